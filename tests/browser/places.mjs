// Where things are: the sources, what the build wrote, and what npm installed into the build folder.
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const here = path.dirname(fileURLToPath(import.meta.url));
export const root_folder = path.join(here, "../..");
export const build_folder = process.argv[2];
export const site_folder = path.join(build_folder, "browser/site");
export const screenshot_folder = path.join(build_folder, "screenshots");

// The path below which the site lives; see run.sh.
export const base = "/archive/";
export const site_origin = "https://paperboy.example";

export const installed = createRequire(path.join(build_folder, "browser/"));

// A kind of page is a layout; `base` is the frame of all of them, and `redirect` only leads on.
export const kinds = readdirSync(path.join(root_folder, "layouts"))
  .filter((name) => name.endsWith(".html") && !["base.html", "redirect.html"].includes(name))
  .map((name) => name.slice(0, -".html".length));
