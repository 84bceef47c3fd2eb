// `driftbox enroll`: makes a gateway known to a center and fills its data folder.

import { fromHex } from "@driftbox/proto";
import { CenterFolder } from "./adapters/files/center-folder.ts";
import { enrollGateway } from "./adapters/files/enrollment.ts";
import {
  gatewayArgument,
  readArguments,
  required,
  runCommand,
  siteArgument,
} from "./command-line.ts";

const usage =
  "driftbox enroll --broker-data DIR --gateway-data DIR --site S --gateway G " +
  "[--serial TEXT] [--public-key HEX]";

await runCommand("enroll", usage, () => {
  const given = readArguments(
    process.argv.slice(2),
    { texts: ["broker-data", "gateway-data", "site", "gateway", "serial", "public-key"] },
    usage,
  );
  const site = siteArgument(required(given.text("site"), "--site", usage));
  const gateway = gatewayArgument(required(given.text("gateway"), "--gateway", usage));
  const gatewayFolder = required(given.text("gateway-data"), "--gateway-data", usage);
  const centerPath = required(given.text("broker-data"), "--broker-data", usage);
  const folder = new CenterFolder(centerPath, { mayMake: false });
  const keyText = given.text("public-key");
  enrollGateway(folder, {
    site,
    gateway,
    gatewayFolder,
    serial: given.text("serial") ?? "",
    publicKey: keyText === undefined ? undefined : (fromHex(keyText) ?? new Uint8Array()),
    createdMs: Date.now(),
  });
  process.stdout.write(`enrolled ${site}/${gateway}\n`);
});
