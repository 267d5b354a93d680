export async function runDiff(): Promise<number> {
  return 2;
}
