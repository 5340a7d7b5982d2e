/** Adding reports: drop files or choose them; one after the other, each with what became of it. */

import { useRef, useState } from "preact/hooks";
import { handOver, settle, Trouble, type Upload } from "../api/client";
import { sayCount } from "../words/counts";
import { useDropped } from "./dropping";

type Step = { name: string; upload?: Upload; trouble?: Trouble };
const LARGEST = 25 * 2 ** 20;

export function AddReports({ changed, behind, first }: { changed: () => void; behind: boolean; first: boolean }) {
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const [doing, setDoing] = useState<string>();
  const [total, setTotal] = useState(0);
  const choice = useRef<HTMLInputElement>(null);

  const finish = async () => {
    setDoing("Bringing the account up to date …");
    try {
      await settle();
    } catch (error) {
      setSteps((known) => [...known, { name: "The account", trouble: troubleOf(error) }]);
    }
    setDoing(undefined);
    changed();
  };
  const take = async (files: readonly File[]) => {
    if (doing || files.length === 0) return;
    setSteps([]);
    setTotal(files.length);
    for (const file of files) {
      setDoing(`Reading ${file.name} …`);
      const step = await handOne(file);
      setSteps((known) => [...known, step]);
    }
    await finish();
  };
  const over = useDropped((files) => void take(files));
  return (
    <section class="adding" aria-label="Add reports">
      {behind && !doing && (
        <p class="notice">
          Some reports are not in the account yet. <button type="button" onClick={() => void finish()}>Bring it up to date</button>
        </p>
      )}
      <div class={over ? "drop over" : "drop"}>
        <p>
          {over ? "Let go to add them" : first ? "Drop reports anywhere on this page" : "Drop more reports anywhere on this page"}, or{" "}
          <button type="button" class="inline" disabled={doing !== undefined} onClick={() => choice.current?.click()}>choose files</button>
        </p>
        <p class="meta">Text (.txt) or JSON lines (.jsonl), up to 25 MB each</p>
        <input ref={choice} type="file" multiple accept=".txt,.text,.md,.json,.jsonl" hidden tabIndex={-1} aria-label="Files with reports"
          onChange={(event) => { void take(Array.from(event.currentTarget.files ?? [])); event.currentTarget.value = ""; }} />
      </div>
      {doing && (
        <p class="doing" role="status">
          <progress value={steps.length} max={total + 1} aria-label="Files read" /> <bdi>{doing}</bdi>
          {total > 1 && <span class="meta">{Math.min(steps.length + 1, total)} of {sayCount(total, "file")}</span>}
        </p>
      )}
      {steps.length > 0 && <ol class="steps" aria-label="What became of each file">{steps.map((step, number) => <StepLine step={step} key={number} />)}</ol>}
    </section>
  );
}

async function handOne(file: File): Promise<Step> {
  if (file.size > LARGEST) {
    return { name: file.name, trouble: new Trouble("It has more than 25 megabytes", "Split it, or read it with `reportedly read`", 0) };
  }
  try {
    return { name: file.name, upload: await handOver(file) };
  } catch (error) {
    return { name: file.name, trouble: troubleOf(error) };
  }
}

function troubleOf(error: unknown): Trouble {
  return error instanceof Trouble ? error : new Trouble(String(error), "Try again", 0);
}

function StepLine({ step: { name, upload, trouble } }: { step: Step }) {
  const bad = trouble !== undefined || upload?.outcome === "refused" || upload?.outcome === "nothing";
  return (
    <li class={bad ? "bad" : "good"}>
      <bdi class="file">{name}</bdi> <span>{trouble ? `${trouble.problem}. ${trouble.remedy}.` : upload && outcome(upload)}</span>
      {upload?.remarks.map((remark, number) => <p class="meta" key={number}>{remark.problem}. {remark.remedy}.</p>)}
    </li>
  );
}

function outcome(upload: Upload): string {
  const parts = [
    upload.added && `${sayCount(upload.added, "report")} added`,
    upload.replaced && `${upload.replaced} with mended facts`,
    upload.known && `${upload.known} already there`,
    upload.undated && `${upload.undated} without a day of publication`,
  ].filter(Boolean);
  return parts.length ? parts.join(", ") : "Nothing was taken";
}
