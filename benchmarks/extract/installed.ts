/** @throws with the command that helps, when a package of `benchmarks/extract` is not installed */
// biome-ignore lint/suspicious/noExplicitAny: these packages are not installed with the project
export async function load(name: string): Promise<any> {
  try {
    return await import(name);
  } catch (error) {
    throw new Error(`${name} is not installed; run: npm ci --prefix benchmarks/extract`, { cause: error });
  }
}
