/** The form that undoes a decision: its reason, which may be left out, since a slip needs none. */

import type { TargetedSubmitEvent } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

interface UndoProps {
  /** What the button does: undo, or put in force again. */
  readonly verb: string;
  /** The decision, in words. */
  readonly said: string;
  readonly busy: boolean;
  readonly keep: (reason: string) => void;
  readonly close: () => void;
}

export function UndoForm({ verb, said, busy, keep, close }: UndoProps) {
  const [reason, setReason] = useState("");
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    keep(reason.trim());
  };
  const escape = (event: KeyboardEvent) => {
    if (event.key === "Escape") close();
  };
  return (
    <form class="undo-form" onSubmit={submit} onKeyDown={escape} aria-label={`${verb}: ${said}`}>
      <label class="field">
        <span>Why (if you like)</span>
        <input ref={input} type="text" value={reason} maxLength={2000} onInput={(event) => setReason(event.currentTarget.value)} />
      </label>
      <div class="undo-offers">
        <button type="submit" class="strong" disabled={busy}>{verb}</button>
        <button type="button" class="quiet" onClick={close}>Cancel</button>
      </div>
    </form>
  );
}
