export async function runInspect(): Promise<number> {
  return 2;
}
