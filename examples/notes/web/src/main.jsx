import { render } from "preact";
import { App } from "./App.jsx";
import "./notes.css";

render(<App />, document.getElementById("app"));
