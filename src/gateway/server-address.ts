/** What an address is of, by its looks alone: read before anything that speaks to it is loaded. */

/** Whether an address names a file and not a server: a `file:` URL, or a path that ends as such files do. */
export function isConfigFile(server: string): boolean {
  return isFileUrl(server) || isConfigPath(server);
}

/** A file that is named by its path, which may be relative. */
export function isConfigPath(server: string): boolean {
  return !isFileUrl(server) && !/^https?:/i.test(server) && /\.(?:ya?ml|json)$/i.test(server);
}

export function isFileUrl(server: string): boolean {
  return /^file:/i.test(server);
}
