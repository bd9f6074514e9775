const when = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

export function NoteList({ notes }) {
  return (
    <ul class="notes">
      {notes.map((note) => (
        <li key={note.id}>
          <p>{note.text}</p>
          <time dateTime={note.created_at}>{when.format(new Date(note.created_at))}</time>
        </li>
      ))}
    </ul>
  );
}
