export async function runCompile(): Promise<number> {
  return 2;
}
