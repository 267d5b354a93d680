/** The answer to a client, over whichever version of HTTP: what the listeners and exchanges need of it. */

/** Who is told about the client's end. */
export interface ResponseOwner {
  /** The response is written, or its connection is gone. */
  clientClosed(): void;
  /** The client has read what was written. */
  clientDrained(): void;
}

/** Bodies up to this size are written as text together with their head; latin1 keeps each byte as it is. */
export const longestJoined = 16 * 1024;

export interface ClientResponse {
  readonly exchange: ResponseOwner | undefined;
  /** Names and values in turn, to be sent behind the body; to be set before `end`. */
  trailers: readonly string[];
  readonly headersSent: boolean;
  readonly writableEnded: boolean;
  /** All of it was handed to the connection, which was there to take it. */
  readonly isWritten: boolean;
  readonly destroyed: boolean;
  /** false: the connection is closed after this answer. HTTP/2 has no such thing. */
  shouldKeepAlive: boolean;
  /** @param headers names and values in turn */
  writeHead(status: number, headers: string[]): unknown;
  write(chunk: Buffer): boolean;
  /**
   * Writes bytes that are not this answer's to keep. `false`: they are needed until the owner is told that the client has
   * read.
   */
  writeLent(chunk: Buffer): boolean;
  end(chunk?: Uint8Array): unknown;
  /**
   * Ends with a body whose length stands in the head, which is not sent yet.
   *
   * @param wholeBody of at most `longestJoined` bytes, which are read before this returns
   */
  endWith(wholeBody: Buffer): unknown;
  destroy(): unknown;
  /** Ends a response that has begun so that the client cannot take it for a whole one. */
  cutShort(): void;
  /** Nobody reads what is left of the request's body: it is read for a moment, else stopped. */
  leaveBody(): void;
  /** Tells the owner from now on. */
  own(owner: ResponseOwner): void;
  /** Tells nobody any more. */
  disown(): void;
}
