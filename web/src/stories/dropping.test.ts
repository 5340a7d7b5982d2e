import { expect, test } from "vitest";
import { within } from "./dropping";

const file = (name: string) => ({ isFile: true, name, file: (done: (found: { name: string }) => void) => done({ name }) });

/** A folder that gives its entries two at a time, as browsers give a hundred. */
function folder(name: string, entries: readonly unknown[]) {
  return {
    isFile: false,
    name,
    createReader: () => {
      const left = [...entries];
      return { readEntries: (done: (some: unknown[]) => void) => done(left.splice(0, 2)) };
    },
  };
}

const names = async (entry: unknown) => (await within(entry as FileSystemEntry)).map((each) => each.name);

test("a file is itself", async () => {
  expect(await names(file("a.txt"))).toEqual(["a.txt"]);
});

test("a folder is all files below it in the order of their names, however many at a time the browser gives", async () => {
  const story = folder("story", [file("c.txt"), folder("b", [file("2.txt"), file("1.txt"), file("3.txt")]), file("a.txt"), file(".hidden")]);
  expect(await names(story)).toEqual(["a.txt", "1.txt", "2.txt", "3.txt", "c.txt"]);
});
