/** Files and folders that are dropped on the page: wherever they are let go, they are taken, and the browser opens none. */

import { useEffect, useRef, useState } from "preact/hooks";

/** Whether files are held over the page; `take` is given those that are let go. */
export function useDropped(take: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const taken = useRef(take);
  taken.current = take;
  useEffect(() => {
    // A drag goes from element to element: it has left the page when it has left as many as it has entered.
    let depth = 0;
    const enter = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      if (event.type === "dragenter") depth += 1;
      setOver(true);
    };
    const leave = () => {
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      void filesOf(event.dataTransfer).then((files) => taken.current(files));
    };
    const heard = [["dragenter", enter], ["dragover", enter], ["dragleave", leave], ["drop", drop]] as const;
    for (const [name, listen] of heard) addEventListener(name, listen);
    return () => {
      for (const [name, listen] of heard) removeEventListener(name, listen);
    };
  }, []);
  return over;
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}

/** The files of a drop, with those in dropped folders; must be called while the drop is told, for it is gone afterwards. */
async function filesOf(transfer: DataTransfer | null): Promise<readonly File[]> {
  const entries = Array.from(transfer?.items ?? [], (item) => item.webkitGetAsEntry?.()).filter((entry) => entry !== null && entry !== undefined);
  if (entries.length === 0) return Array.from(transfer?.files ?? []);
  const found = await Promise.all(entries.map(within));
  return found.flat();
}

/** The files of an entry, in the order of their names; what is hidden is left out. */
export async function within(entry: FileSystemEntry): Promise<readonly File[]> {
  if (entry.isFile) return [await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail))];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    // A browser gives a hundred at a time.
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) break;
    entries.push(...some);
  }
  const shown = entries.filter((each) => !each.name.startsWith(".")).sort((one, other) => one.name.localeCompare(other.name));
  return (await Promise.all(shown.map(within))).flat();
}
