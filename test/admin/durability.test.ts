/** What was acknowledged is there again, whenever the process is killed and whatever the disk refuses; `npm run proof:admin` does it more often. */
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AdminChild, bundleAdmin, type ChildOptions } from "./admin-child.ts";

const rounds = Number(process.env["ADMIN_KILLS"] ?? 3);
const key = "admin-key-0123456789";
let folder: string;
let start: (options: ChildOptions) => Promise<AdminChild>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rollcall-durability-"));
  start = await bundleAdmin(folder);
});
afterAll(() => rm(folder, { recursive: true }));

/** Undefined: there is no answer. */
async function call(url: string, method: string, path: string, body?: object): Promise<number | undefined> {
  const asked = { method, headers: { "X-API-KEY": key }, ...(body && { body: JSON.stringify(body) }) };
  const response = await fetch(`${url}/apisix/admin/consumers${path}`, asked).catch(() => undefined);
  // An answer that was cut off may have come without its body, and yet was given.
  await response?.arrayBuffer().catch(() => undefined);
  return response?.status;
}

const put = (url: string, username: string, desc = ""): Promise<number | undefined> =>
  call(url, "PUT", "", { username, desc });

/** Descriptions by username. */
async function stored(url: string): Promise<Map<string, string>> {
  const response = await fetch(`${url}/apisix/admin/consumers`, { headers: { "X-API-KEY": key } });
  const { list } = (await response.json()) as { list: { value: { username: string; desc: string } }[] };
  return new Map(list.map(({ value }) => [value.username, value.desc]));
}

test(
  `${rounds} kills lose no acknowledged write, and leave none half done`,
  async () => {
    const stateFile = join(folder, "kills.json");
    /** What each consumer may be; undefined: absent. The second is a write without an answer. */
    const possible = new Map<string, readonly [known: string | undefined, open?: string | undefined]>();
    let acknowledged = 0;
    for (let round = 0; round < rounds; round++) {
      // A journal of 4 kB is taken up into the state every few writes, so kills hit that too.
      const child = await start({ stateFile, key, journalLimit: round % 2 === 0 ? 4_096 : 1024 * 1024 });
      const found = await stored(child.url);
      for (const [name, values] of possible) {
        expect(values, `${name} after ${round} kills`).toContain(found.get(name));
        possible.set(name, [found.get(name)]);
      }
      expect(child.faults()).toBe("");
      const writers = Array.from({ length: 8 }, async (_, writer) => {
        for (let index = 0; ; index++) {
          const name = `user-${writer}-${index % 5}`;
          const [known] = possible.get(name) ?? [undefined];
          const isRemoval = known !== undefined && index % 7 === 0;
          const next = isRemoval ? undefined : `${round}-${index}`;
          possible.set(name, [known, next]);
          const status = isRemoval
            ? await call(child.url, "DELETE", `/${name}`)
            : await put(child.url, name, next ?? "");
          if (status === undefined) return;
          expect(status).toBeLessThan(300);
          possible.set(name, [next]);
          acknowledged++;
        }
      });
      const enough = acknowledged + 5 + ((round * 37) % 60);
      while (acknowledged < enough) await new Promise((resolve) => setTimeout(resolve, 3));
      await child.end("SIGKILL");
      await Promise.all(writers);
    }
    console.log(`${rounds} kills, ${acknowledged} acknowledged writes, all there`);
  },
  30_000 + rounds * 3_000,
);

describe("a disk that takes no more", () => {
  /** One line of the shell makes files of more than 32 KiB impossible. */
  const before = "ulimit -f 64";

  test("what does not fit is refused and changes nothing; nothing acknowledged is lost", async () => {
    const stateFile = join(folder, "full.json");
    const child = await start({ stateFile, key, before, journalLimit: 4_096 });
    const acknowledged: string[] = [];
    const refused: string[] = [];
    // In the middle one that is larger than any file may be; smaller ones go on until even they do not fit.
    for (let index = 0; index < 24; index++) {
      const status = await put(child.url, `user-${index}`, "x".repeat(index === 3 ? 50_000 : 3_000));
      if (status === 201) acknowledged.push(`user-${index}`);
      else if (status === 503) refused.push(`user-${index}`);
    }
    expect(acknowledged.length + refused.length).toBe(24);
    expect(acknowledged).toContain("user-4");
    expect(refused).toEqual(expect.arrayContaining(["user-3", "user-23"]));
    expect([...(await stored(child.url)).keys()]).toEqual(acknowledged);
    expect(child.faults()).toContain("the state could not be stored (EFBIG)");
    await child.end("SIGKILL");
    const next = await start({ stateFile, key });
    expect([...(await stored(next.url)).keys()]).toEqual(acknowledged);
    await next.end("SIGTERM");
    expect((await readdir(folder)).filter((name) => name.startsWith("full"))).toEqual(["full.json"]);
  });

  // Needs the right to mount, which a CI machine may not give, and seconds.
  const disk = join(tmpdir(), `rollcall-full-${process.pid}`);
  const isMounted =
    rounds > 100 &&
    process.getuid?.() === 0 &&
    spawnSync("sh", ["-c", `mkdir -p ${disk} && mount -t tmpfs -o size=64k tmpfs ${disk}`]).status === 0;
  afterAll(() => void spawnSync("sh", ["-c", `umount ${disk}; rmdir ${disk}`]));

  test.skipIf(!isMounted)("a file system that is full (ENOSPC), and has room again later", async () => {
    const place = join(disk, "state");
    await mkdir(place);
    const stateFile = join(place, "state.json");
    const child = await start({ stateFile, key });
    expect(await put(child.url, "a")).toBe(201);
    await writeFile(join(disk, "ballast"), Buffer.alloc(64 * 1024)).catch(() => undefined);
    expect(await put(child.url, "b", "x".repeat(5_000))).toBe(503);
    expect(await put(child.url, "a", "y".repeat(5_000))).toBe(503);
    expect(await stored(child.url)).toEqual(new Map([["a", ""]]));
    await rm(join(disk, "ballast"));
    expect(await put(child.url, "c", "z")).toBe(201);
    await child.end("SIGKILL");
    const next = await start({ stateFile, key });
    expect(await stored(next.url)).toEqual(
      new Map([
        ["a", ""],
        ["c", "z"],
      ]),
    );
    expect((await stat(`${stateFile}.journal`)).mode & 0o777).toBe(0o600);
    await next.end("SIGTERM");
  });
});
