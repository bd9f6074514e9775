import { useEffect, useState } from "preact/hooks";
import { addNote, listNotes } from "./api.js";
import { NoteForm } from "./NoteForm.jsx";
import { NoteList } from "./NoteList.jsx";

export function App() {
  const [list, setList] = useState(null);
  const [problem, setProblem] = useState("");

  async function attempt(work) {
    try {
      await work();
      setList(await listNotes());
      setProblem("");
      return true;
    } catch (error) {
      setProblem(error.message);
      return false;
    }
  }

  useEffect(() => {
    attempt(async () => {});
  }, []);

  return (
    <>
      <h1>Notes</h1>
      <NoteForm onAdd={(text) => attempt(() => addNote(text))} />
      {problem && <p class="problem" role="alert">{problem}</p>}
      {list && <NoteList notes={list.notes} />}
      {list && (
        <footer>
          {list.notes.length} notes from the {list.cached ? "cache" : "database"}, by {list.served_by}
        </footer>
      )}
    </>
  );
}
