/** Says in words why a file could not be read or written. */

/** By the code that Node gives. */
const problems: Readonly<Record<string, string>> = {
  ENOENT: "no such file or folder",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of its path is a file, not a folder",
  EACCES: "permission denied",
  EPERM: "permission denied",
  ELOOP: "its links lead round in a circle",
  EROFS: "the file system is read-only",
  ENOSPC: "no space left",
  EMFILE: "too many open files",
  ERR_STRING_TOO_LONG: "it is larger than the 512 MB that can be read; split it",
  ERR_FS_FILE_TOO_LARGE: "it is larger than the 512 MB that can be read; split it",
  ENAMETOOLONG: "its name is too long",
};

/** Such as `permission denied (EACCES)`. */
export function fileProblem(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
  const words = problems[code];
  return words === undefined ? code : `${words} (${code})`;
}
