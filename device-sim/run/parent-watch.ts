// Loaded into every child of a run before its program: ends the process when the run has vanished.

import { Socket } from "node:net";

/** The pipe that `ChildProgram` leaves open to its child: it closes with whoever holds it. */
const parentFd = 3;

const pipe = new Socket({ fd: parentFd, readable: true, writable: false });
// Without a parent nobody is left to ask for an orderly end.
pipe.on("close", () => process.kill(process.pid, "SIGKILL"));
pipe.on("error", () => pipe.destroy());
pipe.resume();
// Alone it keeps no program alive.
pipe.unref();
