// The Nu Html Checker.
import { execFile } from "node:child_process";
import path from "node:path";
import { installed } from "./places.mjs";

const jar = path.join(path.dirname(installed.resolve("vnu-jar")), "build/dist/vnu.jar");

// The checker sees files, for which 'self' in the policy stands for nothing. errors.test.mjs sees what
// browsers make of the policy.
const kOfFiles = /^Resource violates Content Security Policy \(meta tag\): .* blocked by “(style|script|img)-src” directive\.$/u;

// It guesses the language from all of a page. Chinese editions that list English titles are Chinese all the same; what
// is in another language is marked there, as structure.test.mjs sees.
const kGuess = /^This document appears to be written in /;

// It takes data for a script. Browsers do not run JSON-LD, and no policy of scripts is asked about it.
const is_of_data = ({ message, extract }) =>
  message.startsWith("Inline script violates Content Security Policy") && extract.includes('<script type="application/ld+json">');

function check(folder) {
  const command = ["-Xss4m", "-jar", jar, "--format", "json", "--stdout", "--exit-zero-always", "--skip-non-html", folder];
  return new Promise((resolve, reject) => {
    execFile("java", command, { maxBuffer: 1 << 28 }, (error, output) =>
      error ? reject(error) : resolve(JSON.parse(output).messages));
  });
}

// What is wrong with the pages in a folder, a line each.
export async function invalid(folder) {
  const messages = (await check(folder)).filter((found) =>
    !kOfFiles.test(found.message) && !kGuess.test(found.message) && !is_of_data(found));
  return messages.map(({ url, lastLine, subType, type, message }) =>
    `${url.replace(/^file:/, "")}:${lastLine}: ${subType ?? type}: ${message}`);
}
