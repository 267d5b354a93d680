export async function runPing(): Promise<number> {
  return 2;
}
