export async function runDump(): Promise<number> {
  return 2;
}
