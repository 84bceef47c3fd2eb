// A real MQTT server on a loopback port, for tests of the uplink.

import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { Aedes, type Client } from "aedes";

export interface AedesServer {
  readonly aedes: Aedes;
  readonly port: number;
  /** Cuts every line without a word. */
  cut(): void;
  close(): Promise<void>;
}

export async function startAedes(): Promise<AedesServer> {
  const aedes = await Aedes.createBroker();
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    aedes.handle(socket);
  });
  aedes.on("clientError", (_client: Client, error: Error) => void error);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    aedes,
    port,
    cut: () => {
      for (const socket of sockets) socket.destroy();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((done) => aedes.close(done));
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}
