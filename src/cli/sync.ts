export async function runSync(): Promise<number> {
  return 2;
}
