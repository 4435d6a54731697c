/** Replaces files at once, so that a failure leaves the old content whole. */

import { randomBytes } from "node:crypto";
import * as fs from "node:fs";
import { dirname, join } from "node:path";

/**
 * Starts a new content for a file, before that is read. It is beside the file until `commit`. Throws if the path is not
 * a regular file, or if the file or its folder is write-protected.
 *
 * @param {string} name
 */
export function createReplacement(name) {
  // Without symbolic links, which stay.
  const path = fs.realpathSync(name);
  const before = fs.statSync(path);
  if (!before.isFile()) throw new Error("not a regular file, which --fix needs");
  if ((before.mode & 0o222) === 0) throw new Error("the file is write-protected");
  const fresh = join(dirname(path), `.fintoc-preflight-${randomBytes(8).toString("hex")}`);
  const file = fs.openSync(fresh, "wx", 0o600);

  let isOpen = true;
  const close = () => {
    if (isOpen) fs.closeSync(file);
    isOpen = false;
  };
  const discard = () => {
    close();
    fs.rmSync(fresh, { force: true });
  };

  return {
    write: (text) => writeAll(file, text),
    discard,

    /** Puts the new content in place of the file, with its permissions. If it throws, `discard` removes the content. */
    commit() {
      keepOwner(file, before);
      fs.fchmodSync(file, before.mode & 0o7777);
      fs.fsyncSync(file);
      close();
      const now = fs.statSync(path);
      if (now.size !== before.size || now.mtimeMs !== before.mtimeMs) {
        throw new Error("the file was changed while it was read; it is left as it is");
      }
      fs.renameSync(fresh, path);
    },
  };
}

function writeAll(file, text) {
  for (let written = 0; written < text.length; ) written += fs.writeSync(file, text, written);
}

/** Gives a new file the owner and group of the old one. Only the superuser may; for others they are mostly the same. */
function keepOwner(file, { uid, gid }) {
  try {
    fs.fchownSync(file, uid, gid);
  } catch {}
}
