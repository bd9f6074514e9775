import { useState } from "preact/hooks";

export function NoteForm({ onAdd }) {
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);

  async function submit(event) {
    event.preventDefault();
    setBusy(true);
    if (await onAdd(text)) {
      setText("");
    }
    setBusy(false);
  }

  return (
    <form onSubmit={submit}>
      <input
        name="text"
        aria-label="New note"
        placeholder="Write a note"
        maxLength={280}
        required
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button disabled={busy}>Add</button>
    </form>
  );
}
