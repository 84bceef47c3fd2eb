/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

$protobuf.util.Long = null;
$protobuf.configure();

const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError, $TypeError = $util.global.TypeError, $String = $util.global.String, $Array = $util.global.Array, $Number = $util.global.Number, $parseInt = $util.global.parseInt, $BigInt = $util.global.BigInt, $isFinite = $util.global.isFinite, $Boolean = $util.global.Boolean;

const $root = $protobuf.roots["default"] || ($protobuf.roots["default"] = {});

export const driftbox = $root.driftbox = (() => {

    const driftbox = {};

    driftbox.v1 = (function() {

        const v1 = {};

        v1.CustodyPayload = (function() {

            const CustodyPayload = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            CustodyPayload.prototype.salt = $util.newBuffer([]);
            CustodyPayload.prototype.gatewayStarted = null;
            CustodyPayload.prototype.bootRecovered = null;
            CustodyPayload.prototype.heartbeat = null;
            CustodyPayload.prototype.timeAnchored = null;
            CustodyPayload.prototype.keyRotated = null;
            CustodyPayload.prototype.chainRecovered = null;
            CustodyPayload.prototype.policyApplied = null;
            CustodyPayload.prototype.accessGranted = null;
            CustodyPayload.prototype.accessRefused = null;
            CustodyPayload.prototype.authorizerAdded = null;
            CustodyPayload.prototype.duressSignaled = null;
            CustodyPayload.prototype.lockoutStarted = null;
            CustodyPayload.prototype.credentialShown = null;
            CustodyPayload.prototype.unlockIntended = null;
            CustodyPayload.prototype.unlockConcluded = null;
            CustodyPayload.prototype.doorOpened = null;
            CustodyPayload.prototype.doorClosed = null;
            CustodyPayload.prototype.doorForced = null;
            CustodyPayload.prototype.doorHeldOpen = null;
            CustodyPayload.prototype.doorAjar = null;
            CustodyPayload.prototype.lockFaulted = null;
            CustodyPayload.prototype.overrideUsed = null;
            CustodyPayload.prototype.parcelDeposited = null;
            CustodyPayload.prototype.parcelCollected = null;
            CustodyPayload.prototype.boxEmptied = null;
            CustodyPayload.prototype.parcelUnaccounted = null;
            CustodyPayload.prototype.depositUnverified = null;
            CustodyPayload.prototype.handoverReleased = null;
            CustodyPayload.prototype.handoverAccepted = null;
            CustodyPayload.prototype.handoverDisputed = null;
            CustodyPayload.prototype.manifestOpened = null;
            CustodyPayload.prototype.manifestClosed = null;
            CustodyPayload.prototype.containerSealed = null;
            CustodyPayload.prototype.containerOpened = null;
            CustodyPayload.prototype.sealTagChecked = null;
            CustodyPayload.prototype.tamperDetected = null;
            CustodyPayload.prototype.powerLost = null;
            CustodyPayload.prototype.powerRestored = null;
            CustodyPayload.prototype.batteryLow = null;
            CustodyPayload.prototype.sensorDissented = null;
            CustodyPayload.prototype.readerLost = null;
            CustodyPayload.prototype.storageLow = null;
            CustodyPayload.prototype.clockStepped = null;
            CustodyPayload.prototype.commandRefused = null;
            CustodyPayload.prototype.commandExecuted = null;
            CustodyPayload.prototype.compartmentDisabled = null;
            CustodyPayload.prototype.compartmentEnabled = null;
            CustodyPayload.prototype.corrected = null;

            let $oneOfFields;

            $Object.defineProperty(CustodyPayload.prototype, "fact", {
                get: $util.oneOfGetter($oneOfFields = ["gatewayStarted", "bootRecovered", "heartbeat", "timeAnchored", "keyRotated", "chainRecovered", "policyApplied", "accessGranted", "accessRefused", "authorizerAdded", "duressSignaled", "lockoutStarted", "credentialShown", "unlockIntended", "unlockConcluded", "doorOpened", "doorClosed", "doorForced", "doorHeldOpen", "doorAjar", "lockFaulted", "overrideUsed", "parcelDeposited", "parcelCollected", "boxEmptied", "parcelUnaccounted", "depositUnverified", "handoverReleased", "handoverAccepted", "handoverDisputed", "manifestOpened", "manifestClosed", "containerSealed", "containerOpened", "sealTagChecked", "tamperDetected", "powerLost", "powerRestored", "batteryLow", "sensorDissented", "readerLost", "storageLow", "clockStepped", "commandRefused", "commandExecuted", "compartmentDisabled", "compartmentEnabled", "corrected"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            CustodyPayload.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.salt != null && $Object.hasOwnProperty.call(message, "salt") && message.salt.length)
                    writer.uint32(10).bytes(message.salt);
                if (message.gatewayStarted != null && $Object.hasOwnProperty.call(message, "gatewayStarted"))
                    $root.driftbox.v1.GatewayStarted.encode(message.gatewayStarted, writer.uint32(130).fork(), _depth + 1).ldelim();
                if (message.bootRecovered != null && $Object.hasOwnProperty.call(message, "bootRecovered"))
                    $root.driftbox.v1.BootRecovered.encode(message.bootRecovered, writer.uint32(138).fork(), _depth + 1).ldelim();
                if (message.heartbeat != null && $Object.hasOwnProperty.call(message, "heartbeat"))
                    $root.driftbox.v1.Heartbeat.encode(message.heartbeat, writer.uint32(146).fork(), _depth + 1).ldelim();
                if (message.timeAnchored != null && $Object.hasOwnProperty.call(message, "timeAnchored"))
                    $root.driftbox.v1.TimeAnchored.encode(message.timeAnchored, writer.uint32(154).fork(), _depth + 1).ldelim();
                if (message.keyRotated != null && $Object.hasOwnProperty.call(message, "keyRotated"))
                    $root.driftbox.v1.KeyRotated.encode(message.keyRotated, writer.uint32(162).fork(), _depth + 1).ldelim();
                if (message.chainRecovered != null && $Object.hasOwnProperty.call(message, "chainRecovered"))
                    $root.driftbox.v1.ChainRecovered.encode(message.chainRecovered, writer.uint32(170).fork(), _depth + 1).ldelim();
                if (message.policyApplied != null && $Object.hasOwnProperty.call(message, "policyApplied"))
                    $root.driftbox.v1.PolicyApplied.encode(message.policyApplied, writer.uint32(178).fork(), _depth + 1).ldelim();
                if (message.accessGranted != null && $Object.hasOwnProperty.call(message, "accessGranted"))
                    $root.driftbox.v1.AccessGranted.encode(message.accessGranted, writer.uint32(258).fork(), _depth + 1).ldelim();
                if (message.accessRefused != null && $Object.hasOwnProperty.call(message, "accessRefused"))
                    $root.driftbox.v1.AccessRefused.encode(message.accessRefused, writer.uint32(266).fork(), _depth + 1).ldelim();
                if (message.authorizerAdded != null && $Object.hasOwnProperty.call(message, "authorizerAdded"))
                    $root.driftbox.v1.AuthorizerAdded.encode(message.authorizerAdded, writer.uint32(274).fork(), _depth + 1).ldelim();
                if (message.duressSignaled != null && $Object.hasOwnProperty.call(message, "duressSignaled"))
                    $root.driftbox.v1.DuressSignaled.encode(message.duressSignaled, writer.uint32(282).fork(), _depth + 1).ldelim();
                if (message.lockoutStarted != null && $Object.hasOwnProperty.call(message, "lockoutStarted"))
                    $root.driftbox.v1.LockoutStarted.encode(message.lockoutStarted, writer.uint32(290).fork(), _depth + 1).ldelim();
                if (message.credentialShown != null && $Object.hasOwnProperty.call(message, "credentialShown"))
                    $root.driftbox.v1.CredentialShown.encode(message.credentialShown, writer.uint32(298).fork(), _depth + 1).ldelim();
                if (message.unlockIntended != null && $Object.hasOwnProperty.call(message, "unlockIntended"))
                    $root.driftbox.v1.UnlockIntended.encode(message.unlockIntended, writer.uint32(386).fork(), _depth + 1).ldelim();
                if (message.unlockConcluded != null && $Object.hasOwnProperty.call(message, "unlockConcluded"))
                    $root.driftbox.v1.UnlockConcluded.encode(message.unlockConcluded, writer.uint32(394).fork(), _depth + 1).ldelim();
                if (message.doorOpened != null && $Object.hasOwnProperty.call(message, "doorOpened"))
                    $root.driftbox.v1.DoorOpened.encode(message.doorOpened, writer.uint32(402).fork(), _depth + 1).ldelim();
                if (message.doorClosed != null && $Object.hasOwnProperty.call(message, "doorClosed"))
                    $root.driftbox.v1.DoorClosed.encode(message.doorClosed, writer.uint32(410).fork(), _depth + 1).ldelim();
                if (message.doorForced != null && $Object.hasOwnProperty.call(message, "doorForced"))
                    $root.driftbox.v1.DoorForced.encode(message.doorForced, writer.uint32(418).fork(), _depth + 1).ldelim();
                if (message.doorHeldOpen != null && $Object.hasOwnProperty.call(message, "doorHeldOpen"))
                    $root.driftbox.v1.DoorHeldOpen.encode(message.doorHeldOpen, writer.uint32(426).fork(), _depth + 1).ldelim();
                if (message.doorAjar != null && $Object.hasOwnProperty.call(message, "doorAjar"))
                    $root.driftbox.v1.DoorAjar.encode(message.doorAjar, writer.uint32(434).fork(), _depth + 1).ldelim();
                if (message.lockFaulted != null && $Object.hasOwnProperty.call(message, "lockFaulted"))
                    $root.driftbox.v1.LockFaulted.encode(message.lockFaulted, writer.uint32(442).fork(), _depth + 1).ldelim();
                if (message.overrideUsed != null && $Object.hasOwnProperty.call(message, "overrideUsed"))
                    $root.driftbox.v1.OverrideUsed.encode(message.overrideUsed, writer.uint32(450).fork(), _depth + 1).ldelim();
                if (message.parcelDeposited != null && $Object.hasOwnProperty.call(message, "parcelDeposited"))
                    $root.driftbox.v1.ParcelDeposited.encode(message.parcelDeposited, writer.uint32(514).fork(), _depth + 1).ldelim();
                if (message.parcelCollected != null && $Object.hasOwnProperty.call(message, "parcelCollected"))
                    $root.driftbox.v1.ParcelCollected.encode(message.parcelCollected, writer.uint32(522).fork(), _depth + 1).ldelim();
                if (message.boxEmptied != null && $Object.hasOwnProperty.call(message, "boxEmptied"))
                    $root.driftbox.v1.BoxEmptied.encode(message.boxEmptied, writer.uint32(530).fork(), _depth + 1).ldelim();
                if (message.parcelUnaccounted != null && $Object.hasOwnProperty.call(message, "parcelUnaccounted"))
                    $root.driftbox.v1.ParcelUnaccounted.encode(message.parcelUnaccounted, writer.uint32(538).fork(), _depth + 1).ldelim();
                if (message.depositUnverified != null && $Object.hasOwnProperty.call(message, "depositUnverified"))
                    $root.driftbox.v1.DepositUnverified.encode(message.depositUnverified, writer.uint32(546).fork(), _depth + 1).ldelim();
                if (message.handoverReleased != null && $Object.hasOwnProperty.call(message, "handoverReleased"))
                    $root.driftbox.v1.HandoverReleased.encode(message.handoverReleased, writer.uint32(642).fork(), _depth + 1).ldelim();
                if (message.handoverAccepted != null && $Object.hasOwnProperty.call(message, "handoverAccepted"))
                    $root.driftbox.v1.HandoverAccepted.encode(message.handoverAccepted, writer.uint32(650).fork(), _depth + 1).ldelim();
                if (message.handoverDisputed != null && $Object.hasOwnProperty.call(message, "handoverDisputed"))
                    $root.driftbox.v1.HandoverDisputed.encode(message.handoverDisputed, writer.uint32(658).fork(), _depth + 1).ldelim();
                if (message.manifestOpened != null && $Object.hasOwnProperty.call(message, "manifestOpened"))
                    $root.driftbox.v1.ManifestOpened.encode(message.manifestOpened, writer.uint32(770).fork(), _depth + 1).ldelim();
                if (message.manifestClosed != null && $Object.hasOwnProperty.call(message, "manifestClosed"))
                    $root.driftbox.v1.ManifestClosed.encode(message.manifestClosed, writer.uint32(778).fork(), _depth + 1).ldelim();
                if (message.containerSealed != null && $Object.hasOwnProperty.call(message, "containerSealed"))
                    $root.driftbox.v1.ContainerSealed.encode(message.containerSealed, writer.uint32(786).fork(), _depth + 1).ldelim();
                if (message.containerOpened != null && $Object.hasOwnProperty.call(message, "containerOpened"))
                    $root.driftbox.v1.ContainerOpened.encode(message.containerOpened, writer.uint32(794).fork(), _depth + 1).ldelim();
                if (message.sealTagChecked != null && $Object.hasOwnProperty.call(message, "sealTagChecked"))
                    $root.driftbox.v1.SealTagChecked.encode(message.sealTagChecked, writer.uint32(802).fork(), _depth + 1).ldelim();
                if (message.tamperDetected != null && $Object.hasOwnProperty.call(message, "tamperDetected"))
                    $root.driftbox.v1.TamperDetected.encode(message.tamperDetected, writer.uint32(898).fork(), _depth + 1).ldelim();
                if (message.powerLost != null && $Object.hasOwnProperty.call(message, "powerLost"))
                    $root.driftbox.v1.PowerLost.encode(message.powerLost, writer.uint32(906).fork(), _depth + 1).ldelim();
                if (message.powerRestored != null && $Object.hasOwnProperty.call(message, "powerRestored"))
                    $root.driftbox.v1.PowerRestored.encode(message.powerRestored, writer.uint32(914).fork(), _depth + 1).ldelim();
                if (message.batteryLow != null && $Object.hasOwnProperty.call(message, "batteryLow"))
                    $root.driftbox.v1.BatteryLow.encode(message.batteryLow, writer.uint32(922).fork(), _depth + 1).ldelim();
                if (message.sensorDissented != null && $Object.hasOwnProperty.call(message, "sensorDissented"))
                    $root.driftbox.v1.SensorDissented.encode(message.sensorDissented, writer.uint32(930).fork(), _depth + 1).ldelim();
                if (message.readerLost != null && $Object.hasOwnProperty.call(message, "readerLost"))
                    $root.driftbox.v1.ReaderLost.encode(message.readerLost, writer.uint32(938).fork(), _depth + 1).ldelim();
                if (message.storageLow != null && $Object.hasOwnProperty.call(message, "storageLow"))
                    $root.driftbox.v1.StorageLow.encode(message.storageLow, writer.uint32(946).fork(), _depth + 1).ldelim();
                if (message.clockStepped != null && $Object.hasOwnProperty.call(message, "clockStepped"))
                    $root.driftbox.v1.ClockStepped.encode(message.clockStepped, writer.uint32(954).fork(), _depth + 1).ldelim();
                if (message.commandRefused != null && $Object.hasOwnProperty.call(message, "commandRefused"))
                    $root.driftbox.v1.CommandRefused.encode(message.commandRefused, writer.uint32(962).fork(), _depth + 1).ldelim();
                if (message.commandExecuted != null && $Object.hasOwnProperty.call(message, "commandExecuted"))
                    $root.driftbox.v1.CommandExecuted.encode(message.commandExecuted, writer.uint32(970).fork(), _depth + 1).ldelim();
                if (message.compartmentDisabled != null && $Object.hasOwnProperty.call(message, "compartmentDisabled"))
                    $root.driftbox.v1.CompartmentDisabled.encode(message.compartmentDisabled, writer.uint32(978).fork(), _depth + 1).ldelim();
                if (message.compartmentEnabled != null && $Object.hasOwnProperty.call(message, "compartmentEnabled"))
                    $root.driftbox.v1.CompartmentEnabled.encode(message.compartmentEnabled, writer.uint32(986).fork(), _depth + 1).ldelim();
                if (message.corrected != null && $Object.hasOwnProperty.call(message, "corrected"))
                    $root.driftbox.v1.Corrected.encode(message.corrected, writer.uint32(994).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            CustodyPayload.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.CustodyPayload();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.salt = value;
                            else
                                delete message.salt;
                            continue;
                        }
                    case 16: {
                            if (wireType !== 2)
                                break;
                            message.gatewayStarted = $root.driftbox.v1.GatewayStarted.decode(reader, reader.size(), $undefined, _depth + 1, message.gatewayStarted);
                            message.fact = "gatewayStarted";
                            continue;
                        }
                    case 17: {
                            if (wireType !== 2)
                                break;
                            message.bootRecovered = $root.driftbox.v1.BootRecovered.decode(reader, reader.size(), $undefined, _depth + 1, message.bootRecovered);
                            message.fact = "bootRecovered";
                            continue;
                        }
                    case 18: {
                            if (wireType !== 2)
                                break;
                            message.heartbeat = $root.driftbox.v1.Heartbeat.decode(reader, reader.size(), $undefined, _depth + 1, message.heartbeat);
                            message.fact = "heartbeat";
                            continue;
                        }
                    case 19: {
                            if (wireType !== 2)
                                break;
                            message.timeAnchored = $root.driftbox.v1.TimeAnchored.decode(reader, reader.size(), $undefined, _depth + 1, message.timeAnchored);
                            message.fact = "timeAnchored";
                            continue;
                        }
                    case 20: {
                            if (wireType !== 2)
                                break;
                            message.keyRotated = $root.driftbox.v1.KeyRotated.decode(reader, reader.size(), $undefined, _depth + 1, message.keyRotated);
                            message.fact = "keyRotated";
                            continue;
                        }
                    case 21: {
                            if (wireType !== 2)
                                break;
                            message.chainRecovered = $root.driftbox.v1.ChainRecovered.decode(reader, reader.size(), $undefined, _depth + 1, message.chainRecovered);
                            message.fact = "chainRecovered";
                            continue;
                        }
                    case 22: {
                            if (wireType !== 2)
                                break;
                            message.policyApplied = $root.driftbox.v1.PolicyApplied.decode(reader, reader.size(), $undefined, _depth + 1, message.policyApplied);
                            message.fact = "policyApplied";
                            continue;
                        }
                    case 32: {
                            if (wireType !== 2)
                                break;
                            message.accessGranted = $root.driftbox.v1.AccessGranted.decode(reader, reader.size(), $undefined, _depth + 1, message.accessGranted);
                            message.fact = "accessGranted";
                            continue;
                        }
                    case 33: {
                            if (wireType !== 2)
                                break;
                            message.accessRefused = $root.driftbox.v1.AccessRefused.decode(reader, reader.size(), $undefined, _depth + 1, message.accessRefused);
                            message.fact = "accessRefused";
                            continue;
                        }
                    case 34: {
                            if (wireType !== 2)
                                break;
                            message.authorizerAdded = $root.driftbox.v1.AuthorizerAdded.decode(reader, reader.size(), $undefined, _depth + 1, message.authorizerAdded);
                            message.fact = "authorizerAdded";
                            continue;
                        }
                    case 35: {
                            if (wireType !== 2)
                                break;
                            message.duressSignaled = $root.driftbox.v1.DuressSignaled.decode(reader, reader.size(), $undefined, _depth + 1, message.duressSignaled);
                            message.fact = "duressSignaled";
                            continue;
                        }
                    case 36: {
                            if (wireType !== 2)
                                break;
                            message.lockoutStarted = $root.driftbox.v1.LockoutStarted.decode(reader, reader.size(), $undefined, _depth + 1, message.lockoutStarted);
                            message.fact = "lockoutStarted";
                            continue;
                        }
                    case 37: {
                            if (wireType !== 2)
                                break;
                            message.credentialShown = $root.driftbox.v1.CredentialShown.decode(reader, reader.size(), $undefined, _depth + 1, message.credentialShown);
                            message.fact = "credentialShown";
                            continue;
                        }
                    case 48: {
                            if (wireType !== 2)
                                break;
                            message.unlockIntended = $root.driftbox.v1.UnlockIntended.decode(reader, reader.size(), $undefined, _depth + 1, message.unlockIntended);
                            message.fact = "unlockIntended";
                            continue;
                        }
                    case 49: {
                            if (wireType !== 2)
                                break;
                            message.unlockConcluded = $root.driftbox.v1.UnlockConcluded.decode(reader, reader.size(), $undefined, _depth + 1, message.unlockConcluded);
                            message.fact = "unlockConcluded";
                            continue;
                        }
                    case 50: {
                            if (wireType !== 2)
                                break;
                            message.doorOpened = $root.driftbox.v1.DoorOpened.decode(reader, reader.size(), $undefined, _depth + 1, message.doorOpened);
                            message.fact = "doorOpened";
                            continue;
                        }
                    case 51: {
                            if (wireType !== 2)
                                break;
                            message.doorClosed = $root.driftbox.v1.DoorClosed.decode(reader, reader.size(), $undefined, _depth + 1, message.doorClosed);
                            message.fact = "doorClosed";
                            continue;
                        }
                    case 52: {
                            if (wireType !== 2)
                                break;
                            message.doorForced = $root.driftbox.v1.DoorForced.decode(reader, reader.size(), $undefined, _depth + 1, message.doorForced);
                            message.fact = "doorForced";
                            continue;
                        }
                    case 53: {
                            if (wireType !== 2)
                                break;
                            message.doorHeldOpen = $root.driftbox.v1.DoorHeldOpen.decode(reader, reader.size(), $undefined, _depth + 1, message.doorHeldOpen);
                            message.fact = "doorHeldOpen";
                            continue;
                        }
                    case 54: {
                            if (wireType !== 2)
                                break;
                            message.doorAjar = $root.driftbox.v1.DoorAjar.decode(reader, reader.size(), $undefined, _depth + 1, message.doorAjar);
                            message.fact = "doorAjar";
                            continue;
                        }
                    case 55: {
                            if (wireType !== 2)
                                break;
                            message.lockFaulted = $root.driftbox.v1.LockFaulted.decode(reader, reader.size(), $undefined, _depth + 1, message.lockFaulted);
                            message.fact = "lockFaulted";
                            continue;
                        }
                    case 56: {
                            if (wireType !== 2)
                                break;
                            message.overrideUsed = $root.driftbox.v1.OverrideUsed.decode(reader, reader.size(), $undefined, _depth + 1, message.overrideUsed);
                            message.fact = "overrideUsed";
                            continue;
                        }
                    case 64: {
                            if (wireType !== 2)
                                break;
                            message.parcelDeposited = $root.driftbox.v1.ParcelDeposited.decode(reader, reader.size(), $undefined, _depth + 1, message.parcelDeposited);
                            message.fact = "parcelDeposited";
                            continue;
                        }
                    case 65: {
                            if (wireType !== 2)
                                break;
                            message.parcelCollected = $root.driftbox.v1.ParcelCollected.decode(reader, reader.size(), $undefined, _depth + 1, message.parcelCollected);
                            message.fact = "parcelCollected";
                            continue;
                        }
                    case 66: {
                            if (wireType !== 2)
                                break;
                            message.boxEmptied = $root.driftbox.v1.BoxEmptied.decode(reader, reader.size(), $undefined, _depth + 1, message.boxEmptied);
                            message.fact = "boxEmptied";
                            continue;
                        }
                    case 67: {
                            if (wireType !== 2)
                                break;
                            message.parcelUnaccounted = $root.driftbox.v1.ParcelUnaccounted.decode(reader, reader.size(), $undefined, _depth + 1, message.parcelUnaccounted);
                            message.fact = "parcelUnaccounted";
                            continue;
                        }
                    case 68: {
                            if (wireType !== 2)
                                break;
                            message.depositUnverified = $root.driftbox.v1.DepositUnverified.decode(reader, reader.size(), $undefined, _depth + 1, message.depositUnverified);
                            message.fact = "depositUnverified";
                            continue;
                        }
                    case 80: {
                            if (wireType !== 2)
                                break;
                            message.handoverReleased = $root.driftbox.v1.HandoverReleased.decode(reader, reader.size(), $undefined, _depth + 1, message.handoverReleased);
                            message.fact = "handoverReleased";
                            continue;
                        }
                    case 81: {
                            if (wireType !== 2)
                                break;
                            message.handoverAccepted = $root.driftbox.v1.HandoverAccepted.decode(reader, reader.size(), $undefined, _depth + 1, message.handoverAccepted);
                            message.fact = "handoverAccepted";
                            continue;
                        }
                    case 82: {
                            if (wireType !== 2)
                                break;
                            message.handoverDisputed = $root.driftbox.v1.HandoverDisputed.decode(reader, reader.size(), $undefined, _depth + 1, message.handoverDisputed);
                            message.fact = "handoverDisputed";
                            continue;
                        }
                    case 96: {
                            if (wireType !== 2)
                                break;
                            message.manifestOpened = $root.driftbox.v1.ManifestOpened.decode(reader, reader.size(), $undefined, _depth + 1, message.manifestOpened);
                            message.fact = "manifestOpened";
                            continue;
                        }
                    case 97: {
                            if (wireType !== 2)
                                break;
                            message.manifestClosed = $root.driftbox.v1.ManifestClosed.decode(reader, reader.size(), $undefined, _depth + 1, message.manifestClosed);
                            message.fact = "manifestClosed";
                            continue;
                        }
                    case 98: {
                            if (wireType !== 2)
                                break;
                            message.containerSealed = $root.driftbox.v1.ContainerSealed.decode(reader, reader.size(), $undefined, _depth + 1, message.containerSealed);
                            message.fact = "containerSealed";
                            continue;
                        }
                    case 99: {
                            if (wireType !== 2)
                                break;
                            message.containerOpened = $root.driftbox.v1.ContainerOpened.decode(reader, reader.size(), $undefined, _depth + 1, message.containerOpened);
                            message.fact = "containerOpened";
                            continue;
                        }
                    case 100: {
                            if (wireType !== 2)
                                break;
                            message.sealTagChecked = $root.driftbox.v1.SealTagChecked.decode(reader, reader.size(), $undefined, _depth + 1, message.sealTagChecked);
                            message.fact = "sealTagChecked";
                            continue;
                        }
                    case 112: {
                            if (wireType !== 2)
                                break;
                            message.tamperDetected = $root.driftbox.v1.TamperDetected.decode(reader, reader.size(), $undefined, _depth + 1, message.tamperDetected);
                            message.fact = "tamperDetected";
                            continue;
                        }
                    case 113: {
                            if (wireType !== 2)
                                break;
                            message.powerLost = $root.driftbox.v1.PowerLost.decode(reader, reader.size(), $undefined, _depth + 1, message.powerLost);
                            message.fact = "powerLost";
                            continue;
                        }
                    case 114: {
                            if (wireType !== 2)
                                break;
                            message.powerRestored = $root.driftbox.v1.PowerRestored.decode(reader, reader.size(), $undefined, _depth + 1, message.powerRestored);
                            message.fact = "powerRestored";
                            continue;
                        }
                    case 115: {
                            if (wireType !== 2)
                                break;
                            message.batteryLow = $root.driftbox.v1.BatteryLow.decode(reader, reader.size(), $undefined, _depth + 1, message.batteryLow);
                            message.fact = "batteryLow";
                            continue;
                        }
                    case 116: {
                            if (wireType !== 2)
                                break;
                            message.sensorDissented = $root.driftbox.v1.SensorDissented.decode(reader, reader.size(), $undefined, _depth + 1, message.sensorDissented);
                            message.fact = "sensorDissented";
                            continue;
                        }
                    case 117: {
                            if (wireType !== 2)
                                break;
                            message.readerLost = $root.driftbox.v1.ReaderLost.decode(reader, reader.size(), $undefined, _depth + 1, message.readerLost);
                            message.fact = "readerLost";
                            continue;
                        }
                    case 118: {
                            if (wireType !== 2)
                                break;
                            message.storageLow = $root.driftbox.v1.StorageLow.decode(reader, reader.size(), $undefined, _depth + 1, message.storageLow);
                            message.fact = "storageLow";
                            continue;
                        }
                    case 119: {
                            if (wireType !== 2)
                                break;
                            message.clockStepped = $root.driftbox.v1.ClockStepped.decode(reader, reader.size(), $undefined, _depth + 1, message.clockStepped);
                            message.fact = "clockStepped";
                            continue;
                        }
                    case 120: {
                            if (wireType !== 2)
                                break;
                            message.commandRefused = $root.driftbox.v1.CommandRefused.decode(reader, reader.size(), $undefined, _depth + 1, message.commandRefused);
                            message.fact = "commandRefused";
                            continue;
                        }
                    case 121: {
                            if (wireType !== 2)
                                break;
                            message.commandExecuted = $root.driftbox.v1.CommandExecuted.decode(reader, reader.size(), $undefined, _depth + 1, message.commandExecuted);
                            message.fact = "commandExecuted";
                            continue;
                        }
                    case 122: {
                            if (wireType !== 2)
                                break;
                            message.compartmentDisabled = $root.driftbox.v1.CompartmentDisabled.decode(reader, reader.size(), $undefined, _depth + 1, message.compartmentDisabled);
                            message.fact = "compartmentDisabled";
                            continue;
                        }
                    case 123: {
                            if (wireType !== 2)
                                break;
                            message.compartmentEnabled = $root.driftbox.v1.CompartmentEnabled.decode(reader, reader.size(), $undefined, _depth + 1, message.compartmentEnabled);
                            message.fact = "compartmentEnabled";
                            continue;
                        }
                    case 124: {
                            if (wireType !== 2)
                                break;
                            message.corrected = $root.driftbox.v1.Corrected.decode(reader, reader.size(), $undefined, _depth + 1, message.corrected);
                            message.fact = "corrected";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            CustodyPayload.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.CustodyPayload)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.CustodyPayload: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.CustodyPayload();
                if (object.salt != null)
                    if (object.salt.length)
                        if (typeof object.salt === "string")
                            $util.base64.decode(object.salt, message.salt = $util.newBuffer($util.base64.length(object.salt)), 0);
                        else if (object.salt.length >= 0)
                            message.salt = object.salt;
                if (object.gatewayStarted != null) {
                    if (!$util.isObject(object.gatewayStarted))
                        throw $TypeError(".driftbox.v1.CustodyPayload.gatewayStarted: object expected");
                    message.gatewayStarted = $root.driftbox.v1.GatewayStarted.fromObject(object.gatewayStarted, _depth + 1);
                }
                if (object.bootRecovered != null) {
                    if (!$util.isObject(object.bootRecovered))
                        throw $TypeError(".driftbox.v1.CustodyPayload.bootRecovered: object expected");
                    message.bootRecovered = $root.driftbox.v1.BootRecovered.fromObject(object.bootRecovered, _depth + 1);
                }
                if (object.heartbeat != null) {
                    if (!$util.isObject(object.heartbeat))
                        throw $TypeError(".driftbox.v1.CustodyPayload.heartbeat: object expected");
                    message.heartbeat = $root.driftbox.v1.Heartbeat.fromObject(object.heartbeat, _depth + 1);
                }
                if (object.timeAnchored != null) {
                    if (!$util.isObject(object.timeAnchored))
                        throw $TypeError(".driftbox.v1.CustodyPayload.timeAnchored: object expected");
                    message.timeAnchored = $root.driftbox.v1.TimeAnchored.fromObject(object.timeAnchored, _depth + 1);
                }
                if (object.keyRotated != null) {
                    if (!$util.isObject(object.keyRotated))
                        throw $TypeError(".driftbox.v1.CustodyPayload.keyRotated: object expected");
                    message.keyRotated = $root.driftbox.v1.KeyRotated.fromObject(object.keyRotated, _depth + 1);
                }
                if (object.chainRecovered != null) {
                    if (!$util.isObject(object.chainRecovered))
                        throw $TypeError(".driftbox.v1.CustodyPayload.chainRecovered: object expected");
                    message.chainRecovered = $root.driftbox.v1.ChainRecovered.fromObject(object.chainRecovered, _depth + 1);
                }
                if (object.policyApplied != null) {
                    if (!$util.isObject(object.policyApplied))
                        throw $TypeError(".driftbox.v1.CustodyPayload.policyApplied: object expected");
                    message.policyApplied = $root.driftbox.v1.PolicyApplied.fromObject(object.policyApplied, _depth + 1);
                }
                if (object.accessGranted != null) {
                    if (!$util.isObject(object.accessGranted))
                        throw $TypeError(".driftbox.v1.CustodyPayload.accessGranted: object expected");
                    message.accessGranted = $root.driftbox.v1.AccessGranted.fromObject(object.accessGranted, _depth + 1);
                }
                if (object.accessRefused != null) {
                    if (!$util.isObject(object.accessRefused))
                        throw $TypeError(".driftbox.v1.CustodyPayload.accessRefused: object expected");
                    message.accessRefused = $root.driftbox.v1.AccessRefused.fromObject(object.accessRefused, _depth + 1);
                }
                if (object.authorizerAdded != null) {
                    if (!$util.isObject(object.authorizerAdded))
                        throw $TypeError(".driftbox.v1.CustodyPayload.authorizerAdded: object expected");
                    message.authorizerAdded = $root.driftbox.v1.AuthorizerAdded.fromObject(object.authorizerAdded, _depth + 1);
                }
                if (object.duressSignaled != null) {
                    if (!$util.isObject(object.duressSignaled))
                        throw $TypeError(".driftbox.v1.CustodyPayload.duressSignaled: object expected");
                    message.duressSignaled = $root.driftbox.v1.DuressSignaled.fromObject(object.duressSignaled, _depth + 1);
                }
                if (object.lockoutStarted != null) {
                    if (!$util.isObject(object.lockoutStarted))
                        throw $TypeError(".driftbox.v1.CustodyPayload.lockoutStarted: object expected");
                    message.lockoutStarted = $root.driftbox.v1.LockoutStarted.fromObject(object.lockoutStarted, _depth + 1);
                }
                if (object.credentialShown != null) {
                    if (!$util.isObject(object.credentialShown))
                        throw $TypeError(".driftbox.v1.CustodyPayload.credentialShown: object expected");
                    message.credentialShown = $root.driftbox.v1.CredentialShown.fromObject(object.credentialShown, _depth + 1);
                }
                if (object.unlockIntended != null) {
                    if (!$util.isObject(object.unlockIntended))
                        throw $TypeError(".driftbox.v1.CustodyPayload.unlockIntended: object expected");
                    message.unlockIntended = $root.driftbox.v1.UnlockIntended.fromObject(object.unlockIntended, _depth + 1);
                }
                if (object.unlockConcluded != null) {
                    if (!$util.isObject(object.unlockConcluded))
                        throw $TypeError(".driftbox.v1.CustodyPayload.unlockConcluded: object expected");
                    message.unlockConcluded = $root.driftbox.v1.UnlockConcluded.fromObject(object.unlockConcluded, _depth + 1);
                }
                if (object.doorOpened != null) {
                    if (!$util.isObject(object.doorOpened))
                        throw $TypeError(".driftbox.v1.CustodyPayload.doorOpened: object expected");
                    message.doorOpened = $root.driftbox.v1.DoorOpened.fromObject(object.doorOpened, _depth + 1);
                }
                if (object.doorClosed != null) {
                    if (!$util.isObject(object.doorClosed))
                        throw $TypeError(".driftbox.v1.CustodyPayload.doorClosed: object expected");
                    message.doorClosed = $root.driftbox.v1.DoorClosed.fromObject(object.doorClosed, _depth + 1);
                }
                if (object.doorForced != null) {
                    if (!$util.isObject(object.doorForced))
                        throw $TypeError(".driftbox.v1.CustodyPayload.doorForced: object expected");
                    message.doorForced = $root.driftbox.v1.DoorForced.fromObject(object.doorForced, _depth + 1);
                }
                if (object.doorHeldOpen != null) {
                    if (!$util.isObject(object.doorHeldOpen))
                        throw $TypeError(".driftbox.v1.CustodyPayload.doorHeldOpen: object expected");
                    message.doorHeldOpen = $root.driftbox.v1.DoorHeldOpen.fromObject(object.doorHeldOpen, _depth + 1);
                }
                if (object.doorAjar != null) {
                    if (!$util.isObject(object.doorAjar))
                        throw $TypeError(".driftbox.v1.CustodyPayload.doorAjar: object expected");
                    message.doorAjar = $root.driftbox.v1.DoorAjar.fromObject(object.doorAjar, _depth + 1);
                }
                if (object.lockFaulted != null) {
                    if (!$util.isObject(object.lockFaulted))
                        throw $TypeError(".driftbox.v1.CustodyPayload.lockFaulted: object expected");
                    message.lockFaulted = $root.driftbox.v1.LockFaulted.fromObject(object.lockFaulted, _depth + 1);
                }
                if (object.overrideUsed != null) {
                    if (!$util.isObject(object.overrideUsed))
                        throw $TypeError(".driftbox.v1.CustodyPayload.overrideUsed: object expected");
                    message.overrideUsed = $root.driftbox.v1.OverrideUsed.fromObject(object.overrideUsed, _depth + 1);
                }
                if (object.parcelDeposited != null) {
                    if (!$util.isObject(object.parcelDeposited))
                        throw $TypeError(".driftbox.v1.CustodyPayload.parcelDeposited: object expected");
                    message.parcelDeposited = $root.driftbox.v1.ParcelDeposited.fromObject(object.parcelDeposited, _depth + 1);
                }
                if (object.parcelCollected != null) {
                    if (!$util.isObject(object.parcelCollected))
                        throw $TypeError(".driftbox.v1.CustodyPayload.parcelCollected: object expected");
                    message.parcelCollected = $root.driftbox.v1.ParcelCollected.fromObject(object.parcelCollected, _depth + 1);
                }
                if (object.boxEmptied != null) {
                    if (!$util.isObject(object.boxEmptied))
                        throw $TypeError(".driftbox.v1.CustodyPayload.boxEmptied: object expected");
                    message.boxEmptied = $root.driftbox.v1.BoxEmptied.fromObject(object.boxEmptied, _depth + 1);
                }
                if (object.parcelUnaccounted != null) {
                    if (!$util.isObject(object.parcelUnaccounted))
                        throw $TypeError(".driftbox.v1.CustodyPayload.parcelUnaccounted: object expected");
                    message.parcelUnaccounted = $root.driftbox.v1.ParcelUnaccounted.fromObject(object.parcelUnaccounted, _depth + 1);
                }
                if (object.depositUnverified != null) {
                    if (!$util.isObject(object.depositUnverified))
                        throw $TypeError(".driftbox.v1.CustodyPayload.depositUnverified: object expected");
                    message.depositUnverified = $root.driftbox.v1.DepositUnverified.fromObject(object.depositUnverified, _depth + 1);
                }
                if (object.handoverReleased != null) {
                    if (!$util.isObject(object.handoverReleased))
                        throw $TypeError(".driftbox.v1.CustodyPayload.handoverReleased: object expected");
                    message.handoverReleased = $root.driftbox.v1.HandoverReleased.fromObject(object.handoverReleased, _depth + 1);
                }
                if (object.handoverAccepted != null) {
                    if (!$util.isObject(object.handoverAccepted))
                        throw $TypeError(".driftbox.v1.CustodyPayload.handoverAccepted: object expected");
                    message.handoverAccepted = $root.driftbox.v1.HandoverAccepted.fromObject(object.handoverAccepted, _depth + 1);
                }
                if (object.handoverDisputed != null) {
                    if (!$util.isObject(object.handoverDisputed))
                        throw $TypeError(".driftbox.v1.CustodyPayload.handoverDisputed: object expected");
                    message.handoverDisputed = $root.driftbox.v1.HandoverDisputed.fromObject(object.handoverDisputed, _depth + 1);
                }
                if (object.manifestOpened != null) {
                    if (!$util.isObject(object.manifestOpened))
                        throw $TypeError(".driftbox.v1.CustodyPayload.manifestOpened: object expected");
                    message.manifestOpened = $root.driftbox.v1.ManifestOpened.fromObject(object.manifestOpened, _depth + 1);
                }
                if (object.manifestClosed != null) {
                    if (!$util.isObject(object.manifestClosed))
                        throw $TypeError(".driftbox.v1.CustodyPayload.manifestClosed: object expected");
                    message.manifestClosed = $root.driftbox.v1.ManifestClosed.fromObject(object.manifestClosed, _depth + 1);
                }
                if (object.containerSealed != null) {
                    if (!$util.isObject(object.containerSealed))
                        throw $TypeError(".driftbox.v1.CustodyPayload.containerSealed: object expected");
                    message.containerSealed = $root.driftbox.v1.ContainerSealed.fromObject(object.containerSealed, _depth + 1);
                }
                if (object.containerOpened != null) {
                    if (!$util.isObject(object.containerOpened))
                        throw $TypeError(".driftbox.v1.CustodyPayload.containerOpened: object expected");
                    message.containerOpened = $root.driftbox.v1.ContainerOpened.fromObject(object.containerOpened, _depth + 1);
                }
                if (object.sealTagChecked != null) {
                    if (!$util.isObject(object.sealTagChecked))
                        throw $TypeError(".driftbox.v1.CustodyPayload.sealTagChecked: object expected");
                    message.sealTagChecked = $root.driftbox.v1.SealTagChecked.fromObject(object.sealTagChecked, _depth + 1);
                }
                if (object.tamperDetected != null) {
                    if (!$util.isObject(object.tamperDetected))
                        throw $TypeError(".driftbox.v1.CustodyPayload.tamperDetected: object expected");
                    message.tamperDetected = $root.driftbox.v1.TamperDetected.fromObject(object.tamperDetected, _depth + 1);
                }
                if (object.powerLost != null) {
                    if (!$util.isObject(object.powerLost))
                        throw $TypeError(".driftbox.v1.CustodyPayload.powerLost: object expected");
                    message.powerLost = $root.driftbox.v1.PowerLost.fromObject(object.powerLost, _depth + 1);
                }
                if (object.powerRestored != null) {
                    if (!$util.isObject(object.powerRestored))
                        throw $TypeError(".driftbox.v1.CustodyPayload.powerRestored: object expected");
                    message.powerRestored = $root.driftbox.v1.PowerRestored.fromObject(object.powerRestored, _depth + 1);
                }
                if (object.batteryLow != null) {
                    if (!$util.isObject(object.batteryLow))
                        throw $TypeError(".driftbox.v1.CustodyPayload.batteryLow: object expected");
                    message.batteryLow = $root.driftbox.v1.BatteryLow.fromObject(object.batteryLow, _depth + 1);
                }
                if (object.sensorDissented != null) {
                    if (!$util.isObject(object.sensorDissented))
                        throw $TypeError(".driftbox.v1.CustodyPayload.sensorDissented: object expected");
                    message.sensorDissented = $root.driftbox.v1.SensorDissented.fromObject(object.sensorDissented, _depth + 1);
                }
                if (object.readerLost != null) {
                    if (!$util.isObject(object.readerLost))
                        throw $TypeError(".driftbox.v1.CustodyPayload.readerLost: object expected");
                    message.readerLost = $root.driftbox.v1.ReaderLost.fromObject(object.readerLost, _depth + 1);
                }
                if (object.storageLow != null) {
                    if (!$util.isObject(object.storageLow))
                        throw $TypeError(".driftbox.v1.CustodyPayload.storageLow: object expected");
                    message.storageLow = $root.driftbox.v1.StorageLow.fromObject(object.storageLow, _depth + 1);
                }
                if (object.clockStepped != null) {
                    if (!$util.isObject(object.clockStepped))
                        throw $TypeError(".driftbox.v1.CustodyPayload.clockStepped: object expected");
                    message.clockStepped = $root.driftbox.v1.ClockStepped.fromObject(object.clockStepped, _depth + 1);
                }
                if (object.commandRefused != null) {
                    if (!$util.isObject(object.commandRefused))
                        throw $TypeError(".driftbox.v1.CustodyPayload.commandRefused: object expected");
                    message.commandRefused = $root.driftbox.v1.CommandRefused.fromObject(object.commandRefused, _depth + 1);
                }
                if (object.commandExecuted != null) {
                    if (!$util.isObject(object.commandExecuted))
                        throw $TypeError(".driftbox.v1.CustodyPayload.commandExecuted: object expected");
                    message.commandExecuted = $root.driftbox.v1.CommandExecuted.fromObject(object.commandExecuted, _depth + 1);
                }
                if (object.compartmentDisabled != null) {
                    if (!$util.isObject(object.compartmentDisabled))
                        throw $TypeError(".driftbox.v1.CustodyPayload.compartmentDisabled: object expected");
                    message.compartmentDisabled = $root.driftbox.v1.CompartmentDisabled.fromObject(object.compartmentDisabled, _depth + 1);
                }
                if (object.compartmentEnabled != null) {
                    if (!$util.isObject(object.compartmentEnabled))
                        throw $TypeError(".driftbox.v1.CustodyPayload.compartmentEnabled: object expected");
                    message.compartmentEnabled = $root.driftbox.v1.CompartmentEnabled.fromObject(object.compartmentEnabled, _depth + 1);
                }
                if (object.corrected != null) {
                    if (!$util.isObject(object.corrected))
                        throw $TypeError(".driftbox.v1.CustodyPayload.corrected: object expected");
                    message.corrected = $root.driftbox.v1.Corrected.fromObject(object.corrected, _depth + 1);
                }
                return message;
            };

            CustodyPayload.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    if (options.bytes === $String)
                        object.salt = "";
                    else {
                        object.salt = [];
                        if (options.bytes !== $Array)
                            object.salt = $util.newBuffer(object.salt);
                    }
                if (message.salt != null && $Object.hasOwnProperty.call(message, "salt"))
                    object.salt = options.bytes === $String ? $util.base64.encode(message.salt, 0, message.salt.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.salt) : message.salt;
                if (message.gatewayStarted != null && $Object.hasOwnProperty.call(message, "gatewayStarted")) {
                    object.gatewayStarted = $root.driftbox.v1.GatewayStarted.toObject(message.gatewayStarted, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "gatewayStarted";
                }
                if (message.bootRecovered != null && $Object.hasOwnProperty.call(message, "bootRecovered")) {
                    object.bootRecovered = $root.driftbox.v1.BootRecovered.toObject(message.bootRecovered, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "bootRecovered";
                }
                if (message.heartbeat != null && $Object.hasOwnProperty.call(message, "heartbeat")) {
                    object.heartbeat = $root.driftbox.v1.Heartbeat.toObject(message.heartbeat, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "heartbeat";
                }
                if (message.timeAnchored != null && $Object.hasOwnProperty.call(message, "timeAnchored")) {
                    object.timeAnchored = $root.driftbox.v1.TimeAnchored.toObject(message.timeAnchored, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "timeAnchored";
                }
                if (message.keyRotated != null && $Object.hasOwnProperty.call(message, "keyRotated")) {
                    object.keyRotated = $root.driftbox.v1.KeyRotated.toObject(message.keyRotated, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "keyRotated";
                }
                if (message.chainRecovered != null && $Object.hasOwnProperty.call(message, "chainRecovered")) {
                    object.chainRecovered = $root.driftbox.v1.ChainRecovered.toObject(message.chainRecovered, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "chainRecovered";
                }
                if (message.policyApplied != null && $Object.hasOwnProperty.call(message, "policyApplied")) {
                    object.policyApplied = $root.driftbox.v1.PolicyApplied.toObject(message.policyApplied, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "policyApplied";
                }
                if (message.accessGranted != null && $Object.hasOwnProperty.call(message, "accessGranted")) {
                    object.accessGranted = $root.driftbox.v1.AccessGranted.toObject(message.accessGranted, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "accessGranted";
                }
                if (message.accessRefused != null && $Object.hasOwnProperty.call(message, "accessRefused")) {
                    object.accessRefused = $root.driftbox.v1.AccessRefused.toObject(message.accessRefused, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "accessRefused";
                }
                if (message.authorizerAdded != null && $Object.hasOwnProperty.call(message, "authorizerAdded")) {
                    object.authorizerAdded = $root.driftbox.v1.AuthorizerAdded.toObject(message.authorizerAdded, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "authorizerAdded";
                }
                if (message.duressSignaled != null && $Object.hasOwnProperty.call(message, "duressSignaled")) {
                    object.duressSignaled = $root.driftbox.v1.DuressSignaled.toObject(message.duressSignaled, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "duressSignaled";
                }
                if (message.lockoutStarted != null && $Object.hasOwnProperty.call(message, "lockoutStarted")) {
                    object.lockoutStarted = $root.driftbox.v1.LockoutStarted.toObject(message.lockoutStarted, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "lockoutStarted";
                }
                if (message.credentialShown != null && $Object.hasOwnProperty.call(message, "credentialShown")) {
                    object.credentialShown = $root.driftbox.v1.CredentialShown.toObject(message.credentialShown, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "credentialShown";
                }
                if (message.unlockIntended != null && $Object.hasOwnProperty.call(message, "unlockIntended")) {
                    object.unlockIntended = $root.driftbox.v1.UnlockIntended.toObject(message.unlockIntended, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "unlockIntended";
                }
                if (message.unlockConcluded != null && $Object.hasOwnProperty.call(message, "unlockConcluded")) {
                    object.unlockConcluded = $root.driftbox.v1.UnlockConcluded.toObject(message.unlockConcluded, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "unlockConcluded";
                }
                if (message.doorOpened != null && $Object.hasOwnProperty.call(message, "doorOpened")) {
                    object.doorOpened = $root.driftbox.v1.DoorOpened.toObject(message.doorOpened, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "doorOpened";
                }
                if (message.doorClosed != null && $Object.hasOwnProperty.call(message, "doorClosed")) {
                    object.doorClosed = $root.driftbox.v1.DoorClosed.toObject(message.doorClosed, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "doorClosed";
                }
                if (message.doorForced != null && $Object.hasOwnProperty.call(message, "doorForced")) {
                    object.doorForced = $root.driftbox.v1.DoorForced.toObject(message.doorForced, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "doorForced";
                }
                if (message.doorHeldOpen != null && $Object.hasOwnProperty.call(message, "doorHeldOpen")) {
                    object.doorHeldOpen = $root.driftbox.v1.DoorHeldOpen.toObject(message.doorHeldOpen, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "doorHeldOpen";
                }
                if (message.doorAjar != null && $Object.hasOwnProperty.call(message, "doorAjar")) {
                    object.doorAjar = $root.driftbox.v1.DoorAjar.toObject(message.doorAjar, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "doorAjar";
                }
                if (message.lockFaulted != null && $Object.hasOwnProperty.call(message, "lockFaulted")) {
                    object.lockFaulted = $root.driftbox.v1.LockFaulted.toObject(message.lockFaulted, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "lockFaulted";
                }
                if (message.overrideUsed != null && $Object.hasOwnProperty.call(message, "overrideUsed")) {
                    object.overrideUsed = $root.driftbox.v1.OverrideUsed.toObject(message.overrideUsed, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "overrideUsed";
                }
                if (message.parcelDeposited != null && $Object.hasOwnProperty.call(message, "parcelDeposited")) {
                    object.parcelDeposited = $root.driftbox.v1.ParcelDeposited.toObject(message.parcelDeposited, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "parcelDeposited";
                }
                if (message.parcelCollected != null && $Object.hasOwnProperty.call(message, "parcelCollected")) {
                    object.parcelCollected = $root.driftbox.v1.ParcelCollected.toObject(message.parcelCollected, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "parcelCollected";
                }
                if (message.boxEmptied != null && $Object.hasOwnProperty.call(message, "boxEmptied")) {
                    object.boxEmptied = $root.driftbox.v1.BoxEmptied.toObject(message.boxEmptied, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "boxEmptied";
                }
                if (message.parcelUnaccounted != null && $Object.hasOwnProperty.call(message, "parcelUnaccounted")) {
                    object.parcelUnaccounted = $root.driftbox.v1.ParcelUnaccounted.toObject(message.parcelUnaccounted, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "parcelUnaccounted";
                }
                if (message.depositUnverified != null && $Object.hasOwnProperty.call(message, "depositUnverified")) {
                    object.depositUnverified = $root.driftbox.v1.DepositUnverified.toObject(message.depositUnverified, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "depositUnverified";
                }
                if (message.handoverReleased != null && $Object.hasOwnProperty.call(message, "handoverReleased")) {
                    object.handoverReleased = $root.driftbox.v1.HandoverReleased.toObject(message.handoverReleased, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "handoverReleased";
                }
                if (message.handoverAccepted != null && $Object.hasOwnProperty.call(message, "handoverAccepted")) {
                    object.handoverAccepted = $root.driftbox.v1.HandoverAccepted.toObject(message.handoverAccepted, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "handoverAccepted";
                }
                if (message.handoverDisputed != null && $Object.hasOwnProperty.call(message, "handoverDisputed")) {
                    object.handoverDisputed = $root.driftbox.v1.HandoverDisputed.toObject(message.handoverDisputed, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "handoverDisputed";
                }
                if (message.manifestOpened != null && $Object.hasOwnProperty.call(message, "manifestOpened")) {
                    object.manifestOpened = $root.driftbox.v1.ManifestOpened.toObject(message.manifestOpened, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "manifestOpened";
                }
                if (message.manifestClosed != null && $Object.hasOwnProperty.call(message, "manifestClosed")) {
                    object.manifestClosed = $root.driftbox.v1.ManifestClosed.toObject(message.manifestClosed, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "manifestClosed";
                }
                if (message.containerSealed != null && $Object.hasOwnProperty.call(message, "containerSealed")) {
                    object.containerSealed = $root.driftbox.v1.ContainerSealed.toObject(message.containerSealed, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "containerSealed";
                }
                if (message.containerOpened != null && $Object.hasOwnProperty.call(message, "containerOpened")) {
                    object.containerOpened = $root.driftbox.v1.ContainerOpened.toObject(message.containerOpened, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "containerOpened";
                }
                if (message.sealTagChecked != null && $Object.hasOwnProperty.call(message, "sealTagChecked")) {
                    object.sealTagChecked = $root.driftbox.v1.SealTagChecked.toObject(message.sealTagChecked, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "sealTagChecked";
                }
                if (message.tamperDetected != null && $Object.hasOwnProperty.call(message, "tamperDetected")) {
                    object.tamperDetected = $root.driftbox.v1.TamperDetected.toObject(message.tamperDetected, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "tamperDetected";
                }
                if (message.powerLost != null && $Object.hasOwnProperty.call(message, "powerLost")) {
                    object.powerLost = $root.driftbox.v1.PowerLost.toObject(message.powerLost, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "powerLost";
                }
                if (message.powerRestored != null && $Object.hasOwnProperty.call(message, "powerRestored")) {
                    object.powerRestored = $root.driftbox.v1.PowerRestored.toObject(message.powerRestored, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "powerRestored";
                }
                if (message.batteryLow != null && $Object.hasOwnProperty.call(message, "batteryLow")) {
                    object.batteryLow = $root.driftbox.v1.BatteryLow.toObject(message.batteryLow, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "batteryLow";
                }
                if (message.sensorDissented != null && $Object.hasOwnProperty.call(message, "sensorDissented")) {
                    object.sensorDissented = $root.driftbox.v1.SensorDissented.toObject(message.sensorDissented, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "sensorDissented";
                }
                if (message.readerLost != null && $Object.hasOwnProperty.call(message, "readerLost")) {
                    object.readerLost = $root.driftbox.v1.ReaderLost.toObject(message.readerLost, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "readerLost";
                }
                if (message.storageLow != null && $Object.hasOwnProperty.call(message, "storageLow")) {
                    object.storageLow = $root.driftbox.v1.StorageLow.toObject(message.storageLow, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "storageLow";
                }
                if (message.clockStepped != null && $Object.hasOwnProperty.call(message, "clockStepped")) {
                    object.clockStepped = $root.driftbox.v1.ClockStepped.toObject(message.clockStepped, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "clockStepped";
                }
                if (message.commandRefused != null && $Object.hasOwnProperty.call(message, "commandRefused")) {
                    object.commandRefused = $root.driftbox.v1.CommandRefused.toObject(message.commandRefused, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "commandRefused";
                }
                if (message.commandExecuted != null && $Object.hasOwnProperty.call(message, "commandExecuted")) {
                    object.commandExecuted = $root.driftbox.v1.CommandExecuted.toObject(message.commandExecuted, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "commandExecuted";
                }
                if (message.compartmentDisabled != null && $Object.hasOwnProperty.call(message, "compartmentDisabled")) {
                    object.compartmentDisabled = $root.driftbox.v1.CompartmentDisabled.toObject(message.compartmentDisabled, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "compartmentDisabled";
                }
                if (message.compartmentEnabled != null && $Object.hasOwnProperty.call(message, "compartmentEnabled")) {
                    object.compartmentEnabled = $root.driftbox.v1.CompartmentEnabled.toObject(message.compartmentEnabled, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "compartmentEnabled";
                }
                if (message.corrected != null && $Object.hasOwnProperty.call(message, "corrected")) {
                    object.corrected = $root.driftbox.v1.Corrected.toObject(message.corrected, options, _depth + 1);
                    if (options.oneofs)
                        object.fact = "corrected";
                }
                return object;
            };

            CustodyPayload.prototype.toJSON = function() {
                return CustodyPayload.toObject(this, $protobuf.util.toJSONOptions);
            };

            CustodyPayload.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.CustodyPayload";
            };

            return CustodyPayload;
        })();

        v1.Recovery = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "RECOVERY_UNSPECIFIED"] = 0;
            values[valuesById[1] = "RECOVERY_CLEAN"] = 1;
            values[valuesById[2] = "RECOVERY_TORN_TAIL"] = 2;
            values[valuesById[3] = "RECOVERY_DAMAGE"] = 3;
            values[valuesById[4] = "RECOVERY_RESTORED_IMAGE"] = 4;
            values[valuesById[5] = "RECOVERY_STORAGE_LOSS"] = 5;
            return values;
        })();

        v1.Assurance = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "ASSURANCE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "ASSURANCE_IDENTIFIER"] = 1;
            values[valuesById[2] = "ASSURANCE_COUNTER_MAC"] = 2;
            values[valuesById[3] = "ASSURANCE_MUTUAL_AUTH"] = 3;
            return values;
        })();

        v1.Action = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "ACTION_UNSPECIFIED"] = 0;
            values[valuesById[1] = "ACTION_DEPOSIT"] = 1;
            values[valuesById[2] = "ACTION_COLLECT"] = 2;
            return values;
        })();

        v1.RefusalReason = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "REFUSAL_REASON_UNSPECIFIED"] = 0;
            values[valuesById[1] = "REFUSAL_REASON_UNKNOWN_BADGE"] = 1;
            values[valuesById[2] = "REFUSAL_REASON_BLOCKED_BADGE"] = 2;
            values[valuesById[3] = "REFUSAL_REASON_NO_RIGHT"] = 3;
            values[valuesById[4] = "REFUSAL_REASON_OUTSIDE_SCHEDULE"] = 4;
            values[valuesById[5] = "REFUSAL_REASON_NO_POLICY"] = 5;
            values[valuesById[6] = "REFUSAL_REASON_POLICY_STALE"] = 6;
            values[valuesById[7] = "REFUSAL_REASON_CLOCK_NOT_TRUSTED"] = 7;
            values[valuesById[8] = "REFUSAL_REASON_WEAK_CREDENTIAL"] = 8;
            values[valuesById[9] = "REFUSAL_REASON_NO_FREE_COMPARTMENT"] = 9;
            values[valuesById[10] = "REFUSAL_REASON_NOTHING_TO_COLLECT"] = 10;
            values[valuesById[11] = "REFUSAL_REASON_COMPARTMENT_OUT_OF_SERVICE"] = 11;
            values[valuesById[12] = "REFUSAL_REASON_BOX_BUSY"] = 12;
            values[valuesById[13] = "REFUSAL_REASON_LOCK_OFFLINE"] = 13;
            values[valuesById[14] = "REFUSAL_REASON_STORAGE_FULL"] = 14;
            values[valuesById[15] = "REFUSAL_REASON_LOCKED_OUT"] = 15;
            values[valuesById[16] = "REFUSAL_REASON_POLICY_EXPIRED"] = 16;
            values[valuesById[17] = "REFUSAL_REASON_FORGED_CREDENTIAL"] = 17;
            values[valuesById[18] = "REFUSAL_REASON_COUNTER_REPLAYED"] = 18;
            values[valuesById[19] = "REFUSAL_REASON_POWER_FAILING"] = 19;
            values[valuesById[20] = "REFUSAL_REASON_WRONG_PIN"] = 20;
            values[valuesById[21] = "REFUSAL_REASON_PIN_MISSING"] = 21;
            values[valuesById[22] = "REFUSAL_REASON_SECOND_PERSON_MISSING"] = 22;
            values[valuesById[23] = "REFUSAL_REASON_OTHER_ORGANIZATION_MISSING"] = 23;
            values[valuesById[24] = "REFUSAL_REASON_SAME_PERSON"] = 24;
            values[valuesById[25] = "REFUSAL_REASON_PASSBACK"] = 25;
            return values;
        })();

        v1.Proof = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "PROOF_UNSPECIFIED"] = 0;
            values[valuesById[1] = "PROOF_BADGE"] = 1;
            values[valuesById[2] = "PROOF_BADGE_AND_PIN"] = 2;
            return values;
        })();

        v1.LockoutCause = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "LOCKOUT_CAUSE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "LOCKOUT_CAUSE_STRANGE_BADGES"] = 1;
            values[valuesById[2] = "LOCKOUT_CAUSE_WRONG_PINS"] = 2;
            return values;
        })();

        v1.UnlockOutcome = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "UNLOCK_OUTCOME_UNSPECIFIED"] = 0;
            values[valuesById[1] = "UNLOCK_OUTCOME_OPENED"] = 1;
            values[valuesById[2] = "UNLOCK_OUTCOME_JAMMED"] = 2;
            values[valuesById[3] = "UNLOCK_OUTCOME_REFUSED"] = 3;
            values[valuesById[4] = "UNLOCK_OUTCOME_UNKNOWN"] = 4;
            return values;
        })();

        v1.Presence = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "PRESENCE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "PRESENCE_EMPTY"] = 1;
            values[valuesById[2] = "PRESENCE_OCCUPIED"] = 2;
            values[valuesById[3] = "PRESENCE_UNKNOWN"] = 3;
            return values;
        })();

        v1.SessionResult = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "SESSION_RESULT_UNSPECIFIED"] = 0;
            values[valuesById[1] = "SESSION_RESULT_DEPOSITED"] = 1;
            values[valuesById[2] = "SESSION_RESULT_COLLECTED"] = 2;
            values[valuesById[3] = "SESSION_RESULT_NOTHING_MOVED"] = 3;
            values[valuesById[4] = "SESSION_RESULT_UNVERIFIED"] = 4;
            values[valuesById[5] = "SESSION_RESULT_NO_SESSION"] = 5;
            values[valuesById[6] = "SESSION_RESULT_EXCHANGED"] = 6;
            return values;
        })();

        v1.Evidence = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "EVIDENCE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "EVIDENCE_TAG_AND_PRESENCE"] = 1;
            values[valuesById[2] = "EVIDENCE_TAG_ONLY"] = 2;
            values[valuesById[3] = "EVIDENCE_PRESENCE_ONLY"] = 3;
            return values;
        })();

        v1.UnverifiedReason = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "UNVERIFIED_REASON_UNSPECIFIED"] = 0;
            values[valuesById[1] = "UNVERIFIED_REASON_NO_TAG"] = 1;
            values[valuesById[2] = "UNVERIFIED_REASON_NO_PRESENCE_CHANGE"] = 2;
            values[valuesById[3] = "UNVERIFIED_REASON_SENSOR_UNKNOWN"] = 3;
            values[valuesById[4] = "UNVERIFIED_REASON_POWER_LOST"] = 4;
            return values;
        })();

        v1.LockFault = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "LOCK_FAULT_UNSPECIFIED"] = 0;
            values[valuesById[1] = "LOCK_FAULT_JAMMED"] = 1;
            values[valuesById[2] = "LOCK_FAULT_NOT_LATCHED"] = 2;
            values[valuesById[3] = "LOCK_FAULT_OPENED_UNASKED"] = 3;
            values[valuesById[4] = "LOCK_FAULT_BOARD_OFFLINE"] = 4;
            return values;
        })();

        v1.SealTagState = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "SEAL_TAG_STATE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "SEAL_TAG_STATE_INTACT"] = 1;
            values[valuesById[2] = "SEAL_TAG_STATE_BROKEN"] = 2;
            values[valuesById[3] = "SEAL_TAG_STATE_MISMATCH"] = 3;
            return values;
        })();

        v1.HeartbeatReason = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "HEARTBEAT_REASON_UNSPECIFIED"] = 0;
            values[valuesById[1] = "HEARTBEAT_REASON_PERIODIC"] = 1;
            values[valuesById[2] = "HEARTBEAT_REASON_SHUTDOWN"] = 2;
            return values;
        })();

        v1.GatewayStarted = (function() {

            const GatewayStarted = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            GatewayStarted.prototype.software = "";
            GatewayStarted.prototype.boxCount = 0;
            GatewayStarted.prototype.compartmentCount = 0;

            GatewayStarted.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.software != null && $Object.hasOwnProperty.call(message, "software") && message.software !== "")
                    writer.uint32(10).string(message.software);
                if (message.boxCount != null && $Object.hasOwnProperty.call(message, "boxCount") && message.boxCount !== 0)
                    writer.uint32(16).uint32(message.boxCount);
                if (message.compartmentCount != null && $Object.hasOwnProperty.call(message, "compartmentCount") && message.compartmentCount !== 0)
                    writer.uint32(24).uint32(message.compartmentCount);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            GatewayStarted.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.GatewayStarted();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.software = value;
                            else
                                delete message.software;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.boxCount = value;
                            else
                                delete message.boxCount;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.compartmentCount = value;
                            else
                                delete message.compartmentCount;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            GatewayStarted.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.GatewayStarted)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.GatewayStarted: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.GatewayStarted();
                if (object.software != null)
                    if (typeof object.software !== "string" || object.software.length)
                        message.software = $String(object.software);
                if (object.boxCount != null)
                    if ($Number(object.boxCount) !== 0)
                        message.boxCount = object.boxCount >>> 0;
                if (object.compartmentCount != null)
                    if ($Number(object.compartmentCount) !== 0)
                        message.compartmentCount = object.compartmentCount >>> 0;
                return message;
            };

            GatewayStarted.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.software = "";
                    object.boxCount = 0;
                    object.compartmentCount = 0;
                }
                if (message.software != null && $Object.hasOwnProperty.call(message, "software"))
                    object.software = message.software;
                if (message.boxCount != null && $Object.hasOwnProperty.call(message, "boxCount"))
                    object.boxCount = message.boxCount;
                if (message.compartmentCount != null && $Object.hasOwnProperty.call(message, "compartmentCount"))
                    object.compartmentCount = message.compartmentCount;
                return object;
            };

            GatewayStarted.prototype.toJSON = function() {
                return GatewayStarted.toObject(this, $protobuf.util.toJSONOptions);
            };

            GatewayStarted.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.GatewayStarted";
            };

            return GatewayStarted;
        })();

        v1.BootRecovered = (function() {

            const BootRecovered = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            BootRecovered.prototype.recovery = 0;
            BootRecovered.prototype.droppedBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            BootRecovered.prototype.unresolvedIntents = 0;

            BootRecovered.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.recovery != null && $Object.hasOwnProperty.call(message, "recovery") && message.recovery !== 0)
                    writer.uint32(8).int32(message.recovery);
                if (message.droppedBytes != null && $Object.hasOwnProperty.call(message, "droppedBytes") && (typeof message.droppedBytes === "object" ? message.droppedBytes.low || message.droppedBytes.high : message.droppedBytes !== 0))
                    writer.uint32(16).uint64(message.droppedBytes);
                if (message.unresolvedIntents != null && $Object.hasOwnProperty.call(message, "unresolvedIntents") && message.unresolvedIntents !== 0)
                    writer.uint32(24).uint32(message.unresolvedIntents);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            BootRecovered.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.BootRecovered();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.recovery = value;
                            else
                                delete message.recovery;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.droppedBytes = value;
                            else
                                delete message.droppedBytes;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.unresolvedIntents = value;
                            else
                                delete message.unresolvedIntents;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            BootRecovered.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.BootRecovered)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.BootRecovered: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.BootRecovered();
                if (object.recovery !== 0 && (typeof object.recovery !== "string" || $root.driftbox.v1.Recovery[object.recovery] !== 0))
                    switch (object.recovery) {
                    case "RECOVERY_UNSPECIFIED":
                    case 0:
                        message.recovery = 0;
                        break;
                    case "RECOVERY_CLEAN":
                    case 1:
                        message.recovery = 1;
                        break;
                    case "RECOVERY_TORN_TAIL":
                    case 2:
                        message.recovery = 2;
                        break;
                    case "RECOVERY_DAMAGE":
                    case 3:
                        message.recovery = 3;
                        break;
                    case "RECOVERY_RESTORED_IMAGE":
                    case 4:
                        message.recovery = 4;
                        break;
                    case "RECOVERY_STORAGE_LOSS":
                    case 5:
                        message.recovery = 5;
                        break;
                    default:
                        if (typeof object.recovery === "number" && (object.recovery | 0) === object.recovery)
                            message.recovery = object.recovery;
                    }
                if (object.droppedBytes != null)
                    if (typeof object.droppedBytes === "object" ? object.droppedBytes.low || object.droppedBytes.high : $Number(object.droppedBytes) !== 0)
                        if ($util.Long)
                            message.droppedBytes = $util.Long.fromValue(object.droppedBytes, true);
                        else if (typeof object.droppedBytes === "string")
                            message.droppedBytes = $parseInt(object.droppedBytes, 10);
                        else if (typeof object.droppedBytes === "number")
                            message.droppedBytes = object.droppedBytes;
                        else if (typeof object.droppedBytes === "object")
                            message.droppedBytes = new $util.LongBits(object.droppedBytes.low >>> 0, object.droppedBytes.high >>> 0).toNumber(true);
                if (object.unresolvedIntents != null)
                    if ($Number(object.unresolvedIntents) !== 0)
                        message.unresolvedIntents = object.unresolvedIntents >>> 0;
                return message;
            };

            BootRecovered.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.recovery = options.enums === $String ? "RECOVERY_UNSPECIFIED" : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.droppedBytes = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.droppedBytes = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.unresolvedIntents = 0;
                }
                if (message.recovery != null && $Object.hasOwnProperty.call(message, "recovery"))
                    object.recovery = options.enums === $String ? $root.driftbox.v1.Recovery[message.recovery] === $undefined ? message.recovery : $root.driftbox.v1.Recovery[message.recovery] : message.recovery;
                if (message.droppedBytes != null && $Object.hasOwnProperty.call(message, "droppedBytes"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.droppedBytes = typeof message.droppedBytes === "number" ? $BigInt(message.droppedBytes) : $util.Long.fromBits(message.droppedBytes.low >>> 0, message.droppedBytes.high >>> 0, true).toBigInt();
                    else if (typeof message.droppedBytes === "number")
                        object.droppedBytes = options.longs === $String ? $String(message.droppedBytes) : message.droppedBytes;
                    else
                        object.droppedBytes = options.longs === $String ? $util.Long.prototype.toString.call(message.droppedBytes) : options.longs === $Number ? new $util.LongBits(message.droppedBytes.low >>> 0, message.droppedBytes.high >>> 0).toNumber(true) : message.droppedBytes;
                if (message.unresolvedIntents != null && $Object.hasOwnProperty.call(message, "unresolvedIntents"))
                    object.unresolvedIntents = message.unresolvedIntents;
                return object;
            };

            BootRecovered.prototype.toJSON = function() {
                return BootRecovered.toObject(this, $protobuf.util.toJSONOptions);
            };

            BootRecovered.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.BootRecovered";
            };

            return BootRecovered;
        })();

        v1.Heartbeat = (function() {

            const Heartbeat = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Heartbeat.prototype.reason = 0;
            Heartbeat.prototype.outboxCount = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Heartbeat.prototype.storageFreeBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Heartbeat.prototype.latitude = null;
            Heartbeat.prototype.longitude = null;
            Heartbeat.prototype.quality = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Heartbeat.prototype, "_latitude", {
                get: $util.oneOfGetter($oneOfFields = ["latitude"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Heartbeat.prototype, "_longitude", {
                get: $util.oneOfGetter($oneOfFields = ["longitude"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Heartbeat.prototype, "_quality", {
                get: $util.oneOfGetter($oneOfFields = ["quality"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Heartbeat.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== 0)
                    writer.uint32(8).int32(message.reason);
                if (message.outboxCount != null && $Object.hasOwnProperty.call(message, "outboxCount") && (typeof message.outboxCount === "object" ? message.outboxCount.low || message.outboxCount.high : message.outboxCount !== 0))
                    writer.uint32(16).uint64(message.outboxCount);
                if (message.storageFreeBytes != null && $Object.hasOwnProperty.call(message, "storageFreeBytes") && (typeof message.storageFreeBytes === "object" ? message.storageFreeBytes.low || message.storageFreeBytes.high : message.storageFreeBytes !== 0))
                    writer.uint32(24).uint64(message.storageFreeBytes);
                if (message.latitude != null && $Object.hasOwnProperty.call(message, "latitude"))
                    writer.uint32(33).double(message.latitude);
                if (message.longitude != null && $Object.hasOwnProperty.call(message, "longitude"))
                    writer.uint32(41).double(message.longitude);
                if (message.quality != null && $Object.hasOwnProperty.call(message, "quality"))
                    writer.uint32(48).uint32(message.quality);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Heartbeat.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.Heartbeat();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.outboxCount = value;
                            else
                                delete message.outboxCount;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.storageFreeBytes = value;
                            else
                                delete message.storageFreeBytes;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 1)
                                break;
                            message.latitude = reader.double();
                            message._latitude = "latitude";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            message.longitude = reader.double();
                            message._longitude = "longitude";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.quality = reader.uint32();
                            message._quality = "quality";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Heartbeat.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.Heartbeat)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.Heartbeat: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.Heartbeat();
                if (object.reason !== 0 && (typeof object.reason !== "string" || $root.driftbox.v1.HeartbeatReason[object.reason] !== 0))
                    switch (object.reason) {
                    case "HEARTBEAT_REASON_UNSPECIFIED":
                    case 0:
                        message.reason = 0;
                        break;
                    case "HEARTBEAT_REASON_PERIODIC":
                    case 1:
                        message.reason = 1;
                        break;
                    case "HEARTBEAT_REASON_SHUTDOWN":
                    case 2:
                        message.reason = 2;
                        break;
                    default:
                        if (typeof object.reason === "number" && (object.reason | 0) === object.reason)
                            message.reason = object.reason;
                    }
                if (object.outboxCount != null)
                    if (typeof object.outboxCount === "object" ? object.outboxCount.low || object.outboxCount.high : $Number(object.outboxCount) !== 0)
                        if ($util.Long)
                            message.outboxCount = $util.Long.fromValue(object.outboxCount, true);
                        else if (typeof object.outboxCount === "string")
                            message.outboxCount = $parseInt(object.outboxCount, 10);
                        else if (typeof object.outboxCount === "number")
                            message.outboxCount = object.outboxCount;
                        else if (typeof object.outboxCount === "object")
                            message.outboxCount = new $util.LongBits(object.outboxCount.low >>> 0, object.outboxCount.high >>> 0).toNumber(true);
                if (object.storageFreeBytes != null)
                    if (typeof object.storageFreeBytes === "object" ? object.storageFreeBytes.low || object.storageFreeBytes.high : $Number(object.storageFreeBytes) !== 0)
                        if ($util.Long)
                            message.storageFreeBytes = $util.Long.fromValue(object.storageFreeBytes, true);
                        else if (typeof object.storageFreeBytes === "string")
                            message.storageFreeBytes = $parseInt(object.storageFreeBytes, 10);
                        else if (typeof object.storageFreeBytes === "number")
                            message.storageFreeBytes = object.storageFreeBytes;
                        else if (typeof object.storageFreeBytes === "object")
                            message.storageFreeBytes = new $util.LongBits(object.storageFreeBytes.low >>> 0, object.storageFreeBytes.high >>> 0).toNumber(true);
                if (object.latitude != null)
                    message.latitude = $Number(object.latitude);
                if (object.longitude != null)
                    message.longitude = $Number(object.longitude);
                if (object.quality != null)
                    message.quality = object.quality >>> 0;
                return message;
            };

            Heartbeat.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.reason = options.enums === $String ? "HEARTBEAT_REASON_UNSPECIFIED" : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.outboxCount = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.outboxCount = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.storageFreeBytes = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.storageFreeBytes = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = options.enums === $String ? $root.driftbox.v1.HeartbeatReason[message.reason] === $undefined ? message.reason : $root.driftbox.v1.HeartbeatReason[message.reason] : message.reason;
                if (message.outboxCount != null && $Object.hasOwnProperty.call(message, "outboxCount"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.outboxCount = typeof message.outboxCount === "number" ? $BigInt(message.outboxCount) : $util.Long.fromBits(message.outboxCount.low >>> 0, message.outboxCount.high >>> 0, true).toBigInt();
                    else if (typeof message.outboxCount === "number")
                        object.outboxCount = options.longs === $String ? $String(message.outboxCount) : message.outboxCount;
                    else
                        object.outboxCount = options.longs === $String ? $util.Long.prototype.toString.call(message.outboxCount) : options.longs === $Number ? new $util.LongBits(message.outboxCount.low >>> 0, message.outboxCount.high >>> 0).toNumber(true) : message.outboxCount;
                if (message.storageFreeBytes != null && $Object.hasOwnProperty.call(message, "storageFreeBytes"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.storageFreeBytes = typeof message.storageFreeBytes === "number" ? $BigInt(message.storageFreeBytes) : $util.Long.fromBits(message.storageFreeBytes.low >>> 0, message.storageFreeBytes.high >>> 0, true).toBigInt();
                    else if (typeof message.storageFreeBytes === "number")
                        object.storageFreeBytes = options.longs === $String ? $String(message.storageFreeBytes) : message.storageFreeBytes;
                    else
                        object.storageFreeBytes = options.longs === $String ? $util.Long.prototype.toString.call(message.storageFreeBytes) : options.longs === $Number ? new $util.LongBits(message.storageFreeBytes.low >>> 0, message.storageFreeBytes.high >>> 0).toNumber(true) : message.storageFreeBytes;
                if (message.latitude != null && $Object.hasOwnProperty.call(message, "latitude"))
                    object.latitude = options.json && !$isFinite(message.latitude) ? $String(message.latitude) : message.latitude;
                if (message.longitude != null && $Object.hasOwnProperty.call(message, "longitude"))
                    object.longitude = options.json && !$isFinite(message.longitude) ? $String(message.longitude) : message.longitude;
                if (message.quality != null && $Object.hasOwnProperty.call(message, "quality"))
                    object.quality = message.quality;
                return object;
            };

            Heartbeat.prototype.toJSON = function() {
                return Heartbeat.toObject(this, $protobuf.util.toJSONOptions);
            };

            Heartbeat.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.Heartbeat";
            };

            return Heartbeat;
        })();

        v1.TimeAnchored = (function() {

            const TimeAnchored = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            TimeAnchored.prototype.nonce = $util.newBuffer([]);
            TimeAnchored.prototype.centerTimeUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            TimeAnchored.prototype.roundTripMs = 0;
            TimeAnchored.prototype.checkpointOrigin = "";
            TimeAnchored.prototype.checkpointSize = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            TimeAnchored.prototype.checkpointRoot = $util.newBuffer([]);

            TimeAnchored.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && message.nonce.length)
                    writer.uint32(10).bytes(message.nonce);
                if (message.centerTimeUs != null && $Object.hasOwnProperty.call(message, "centerTimeUs") && (typeof message.centerTimeUs === "object" ? message.centerTimeUs.low || message.centerTimeUs.high : message.centerTimeUs !== 0))
                    writer.uint32(16).int64(message.centerTimeUs);
                if (message.roundTripMs != null && $Object.hasOwnProperty.call(message, "roundTripMs") && message.roundTripMs !== 0)
                    writer.uint32(24).uint32(message.roundTripMs);
                if (message.checkpointOrigin != null && $Object.hasOwnProperty.call(message, "checkpointOrigin") && message.checkpointOrigin !== "")
                    writer.uint32(34).string(message.checkpointOrigin);
                if (message.checkpointSize != null && $Object.hasOwnProperty.call(message, "checkpointSize") && (typeof message.checkpointSize === "object" ? message.checkpointSize.low || message.checkpointSize.high : message.checkpointSize !== 0))
                    writer.uint32(40).uint64(message.checkpointSize);
                if (message.checkpointRoot != null && $Object.hasOwnProperty.call(message, "checkpointRoot") && message.checkpointRoot.length)
                    writer.uint32(50).bytes(message.checkpointRoot);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            TimeAnchored.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.TimeAnchored();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.nonce = value;
                            else
                                delete message.nonce;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.centerTimeUs = value;
                            else
                                delete message.centerTimeUs;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.roundTripMs = value;
                            else
                                delete message.roundTripMs;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.checkpointOrigin = value;
                            else
                                delete message.checkpointOrigin;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.checkpointSize = value;
                            else
                                delete message.checkpointSize;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.checkpointRoot = value;
                            else
                                delete message.checkpointRoot;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            TimeAnchored.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.TimeAnchored)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.TimeAnchored: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.TimeAnchored();
                if (object.nonce != null)
                    if (object.nonce.length)
                        if (typeof object.nonce === "string")
                            $util.base64.decode(object.nonce, message.nonce = $util.newBuffer($util.base64.length(object.nonce)), 0);
                        else if (object.nonce.length >= 0)
                            message.nonce = object.nonce;
                if (object.centerTimeUs != null)
                    if (typeof object.centerTimeUs === "object" ? object.centerTimeUs.low || object.centerTimeUs.high : $Number(object.centerTimeUs) !== 0)
                        if ($util.Long)
                            message.centerTimeUs = $util.Long.fromValue(object.centerTimeUs, false);
                        else if (typeof object.centerTimeUs === "string")
                            message.centerTimeUs = $parseInt(object.centerTimeUs, 10);
                        else if (typeof object.centerTimeUs === "number")
                            message.centerTimeUs = object.centerTimeUs;
                        else if (typeof object.centerTimeUs === "object")
                            message.centerTimeUs = new $util.LongBits(object.centerTimeUs.low >>> 0, object.centerTimeUs.high >>> 0).toNumber();
                if (object.roundTripMs != null)
                    if ($Number(object.roundTripMs) !== 0)
                        message.roundTripMs = object.roundTripMs >>> 0;
                if (object.checkpointOrigin != null)
                    if (typeof object.checkpointOrigin !== "string" || object.checkpointOrigin.length)
                        message.checkpointOrigin = $String(object.checkpointOrigin);
                if (object.checkpointSize != null)
                    if (typeof object.checkpointSize === "object" ? object.checkpointSize.low || object.checkpointSize.high : $Number(object.checkpointSize) !== 0)
                        if ($util.Long)
                            message.checkpointSize = $util.Long.fromValue(object.checkpointSize, true);
                        else if (typeof object.checkpointSize === "string")
                            message.checkpointSize = $parseInt(object.checkpointSize, 10);
                        else if (typeof object.checkpointSize === "number")
                            message.checkpointSize = object.checkpointSize;
                        else if (typeof object.checkpointSize === "object")
                            message.checkpointSize = new $util.LongBits(object.checkpointSize.low >>> 0, object.checkpointSize.high >>> 0).toNumber(true);
                if (object.checkpointRoot != null)
                    if (object.checkpointRoot.length)
                        if (typeof object.checkpointRoot === "string")
                            $util.base64.decode(object.checkpointRoot, message.checkpointRoot = $util.newBuffer($util.base64.length(object.checkpointRoot)), 0);
                        else if (object.checkpointRoot.length >= 0)
                            message.checkpointRoot = object.checkpointRoot;
                return message;
            };

            TimeAnchored.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.nonce = "";
                    else {
                        object.nonce = [];
                        if (options.bytes !== $Array)
                            object.nonce = $util.newBuffer(object.nonce);
                    }
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.centerTimeUs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.centerTimeUs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.roundTripMs = 0;
                    object.checkpointOrigin = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.checkpointSize = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.checkpointSize = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if (options.bytes === $String)
                        object.checkpointRoot = "";
                    else {
                        object.checkpointRoot = [];
                        if (options.bytes !== $Array)
                            object.checkpointRoot = $util.newBuffer(object.checkpointRoot);
                    }
                }
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce"))
                    object.nonce = options.bytes === $String ? $util.base64.encode(message.nonce, 0, message.nonce.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.nonce) : message.nonce;
                if (message.centerTimeUs != null && $Object.hasOwnProperty.call(message, "centerTimeUs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.centerTimeUs = typeof message.centerTimeUs === "number" ? $BigInt(message.centerTimeUs) : $util.Long.fromBits(message.centerTimeUs.low >>> 0, message.centerTimeUs.high >>> 0, false).toBigInt();
                    else if (typeof message.centerTimeUs === "number")
                        object.centerTimeUs = options.longs === $String ? $String(message.centerTimeUs) : message.centerTimeUs;
                    else
                        object.centerTimeUs = options.longs === $String ? $util.Long.prototype.toString.call(message.centerTimeUs) : options.longs === $Number ? new $util.LongBits(message.centerTimeUs.low >>> 0, message.centerTimeUs.high >>> 0).toNumber() : message.centerTimeUs;
                if (message.roundTripMs != null && $Object.hasOwnProperty.call(message, "roundTripMs"))
                    object.roundTripMs = message.roundTripMs;
                if (message.checkpointOrigin != null && $Object.hasOwnProperty.call(message, "checkpointOrigin"))
                    object.checkpointOrigin = message.checkpointOrigin;
                if (message.checkpointSize != null && $Object.hasOwnProperty.call(message, "checkpointSize"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.checkpointSize = typeof message.checkpointSize === "number" ? $BigInt(message.checkpointSize) : $util.Long.fromBits(message.checkpointSize.low >>> 0, message.checkpointSize.high >>> 0, true).toBigInt();
                    else if (typeof message.checkpointSize === "number")
                        object.checkpointSize = options.longs === $String ? $String(message.checkpointSize) : message.checkpointSize;
                    else
                        object.checkpointSize = options.longs === $String ? $util.Long.prototype.toString.call(message.checkpointSize) : options.longs === $Number ? new $util.LongBits(message.checkpointSize.low >>> 0, message.checkpointSize.high >>> 0).toNumber(true) : message.checkpointSize;
                if (message.checkpointRoot != null && $Object.hasOwnProperty.call(message, "checkpointRoot"))
                    object.checkpointRoot = options.bytes === $String ? $util.base64.encode(message.checkpointRoot, 0, message.checkpointRoot.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.checkpointRoot) : message.checkpointRoot;
                return object;
            };

            TimeAnchored.prototype.toJSON = function() {
                return TimeAnchored.toObject(this, $protobuf.util.toJSONOptions);
            };

            TimeAnchored.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.TimeAnchored";
            };

            return TimeAnchored;
        })();

        v1.KeyRotated = (function() {

            const KeyRotated = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            KeyRotated.prototype.newEpoch = 0;
            KeyRotated.prototype.newPublicKey = $util.newBuffer([]);

            KeyRotated.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.newEpoch != null && $Object.hasOwnProperty.call(message, "newEpoch") && message.newEpoch !== 0)
                    writer.uint32(8).uint32(message.newEpoch);
                if (message.newPublicKey != null && $Object.hasOwnProperty.call(message, "newPublicKey") && message.newPublicKey.length)
                    writer.uint32(18).bytes(message.newPublicKey);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            KeyRotated.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.KeyRotated();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.newEpoch = value;
                            else
                                delete message.newEpoch;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.newPublicKey = value;
                            else
                                delete message.newPublicKey;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            KeyRotated.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.KeyRotated)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.KeyRotated: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.KeyRotated();
                if (object.newEpoch != null)
                    if ($Number(object.newEpoch) !== 0)
                        message.newEpoch = object.newEpoch >>> 0;
                if (object.newPublicKey != null)
                    if (object.newPublicKey.length)
                        if (typeof object.newPublicKey === "string")
                            $util.base64.decode(object.newPublicKey, message.newPublicKey = $util.newBuffer($util.base64.length(object.newPublicKey)), 0);
                        else if (object.newPublicKey.length >= 0)
                            message.newPublicKey = object.newPublicKey;
                return message;
            };

            KeyRotated.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.newEpoch = 0;
                    if (options.bytes === $String)
                        object.newPublicKey = "";
                    else {
                        object.newPublicKey = [];
                        if (options.bytes !== $Array)
                            object.newPublicKey = $util.newBuffer(object.newPublicKey);
                    }
                }
                if (message.newEpoch != null && $Object.hasOwnProperty.call(message, "newEpoch"))
                    object.newEpoch = message.newEpoch;
                if (message.newPublicKey != null && $Object.hasOwnProperty.call(message, "newPublicKey"))
                    object.newPublicKey = options.bytes === $String ? $util.base64.encode(message.newPublicKey, 0, message.newPublicKey.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.newPublicKey) : message.newPublicKey;
                return object;
            };

            KeyRotated.prototype.toJSON = function() {
                return KeyRotated.toObject(this, $protobuf.util.toJSONOptions);
            };

            KeyRotated.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.KeyRotated";
            };

            return KeyRotated;
        })();

        v1.ChainRecovered = (function() {

            const ChainRecovered = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ChainRecovered.prototype.recovery = 0;
            ChainRecovered.prototype.resumesAfterSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ChainRecovered.prototype.resumesAfterEventId = $util.newBuffer([]);
            ChainRecovered.prototype.newPublicKey = $util.newBuffer([]);

            ChainRecovered.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.recovery != null && $Object.hasOwnProperty.call(message, "recovery") && message.recovery !== 0)
                    writer.uint32(8).int32(message.recovery);
                if (message.resumesAfterSeq != null && $Object.hasOwnProperty.call(message, "resumesAfterSeq") && (typeof message.resumesAfterSeq === "object" ? message.resumesAfterSeq.low || message.resumesAfterSeq.high : message.resumesAfterSeq !== 0))
                    writer.uint32(16).uint64(message.resumesAfterSeq);
                if (message.resumesAfterEventId != null && $Object.hasOwnProperty.call(message, "resumesAfterEventId") && message.resumesAfterEventId.length)
                    writer.uint32(26).bytes(message.resumesAfterEventId);
                if (message.newPublicKey != null && $Object.hasOwnProperty.call(message, "newPublicKey") && message.newPublicKey.length)
                    writer.uint32(34).bytes(message.newPublicKey);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ChainRecovered.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.ChainRecovered();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.recovery = value;
                            else
                                delete message.recovery;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.resumesAfterSeq = value;
                            else
                                delete message.resumesAfterSeq;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.resumesAfterEventId = value;
                            else
                                delete message.resumesAfterEventId;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.newPublicKey = value;
                            else
                                delete message.newPublicKey;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ChainRecovered.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.ChainRecovered)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.ChainRecovered: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.ChainRecovered();
                if (object.recovery !== 0 && (typeof object.recovery !== "string" || $root.driftbox.v1.Recovery[object.recovery] !== 0))
                    switch (object.recovery) {
                    case "RECOVERY_UNSPECIFIED":
                    case 0:
                        message.recovery = 0;
                        break;
                    case "RECOVERY_CLEAN":
                    case 1:
                        message.recovery = 1;
                        break;
                    case "RECOVERY_TORN_TAIL":
                    case 2:
                        message.recovery = 2;
                        break;
                    case "RECOVERY_DAMAGE":
                    case 3:
                        message.recovery = 3;
                        break;
                    case "RECOVERY_RESTORED_IMAGE":
                    case 4:
                        message.recovery = 4;
                        break;
                    case "RECOVERY_STORAGE_LOSS":
                    case 5:
                        message.recovery = 5;
                        break;
                    default:
                        if (typeof object.recovery === "number" && (object.recovery | 0) === object.recovery)
                            message.recovery = object.recovery;
                    }
                if (object.resumesAfterSeq != null)
                    if (typeof object.resumesAfterSeq === "object" ? object.resumesAfterSeq.low || object.resumesAfterSeq.high : $Number(object.resumesAfterSeq) !== 0)
                        if ($util.Long)
                            message.resumesAfterSeq = $util.Long.fromValue(object.resumesAfterSeq, true);
                        else if (typeof object.resumesAfterSeq === "string")
                            message.resumesAfterSeq = $parseInt(object.resumesAfterSeq, 10);
                        else if (typeof object.resumesAfterSeq === "number")
                            message.resumesAfterSeq = object.resumesAfterSeq;
                        else if (typeof object.resumesAfterSeq === "object")
                            message.resumesAfterSeq = new $util.LongBits(object.resumesAfterSeq.low >>> 0, object.resumesAfterSeq.high >>> 0).toNumber(true);
                if (object.resumesAfterEventId != null)
                    if (object.resumesAfterEventId.length)
                        if (typeof object.resumesAfterEventId === "string")
                            $util.base64.decode(object.resumesAfterEventId, message.resumesAfterEventId = $util.newBuffer($util.base64.length(object.resumesAfterEventId)), 0);
                        else if (object.resumesAfterEventId.length >= 0)
                            message.resumesAfterEventId = object.resumesAfterEventId;
                if (object.newPublicKey != null)
                    if (object.newPublicKey.length)
                        if (typeof object.newPublicKey === "string")
                            $util.base64.decode(object.newPublicKey, message.newPublicKey = $util.newBuffer($util.base64.length(object.newPublicKey)), 0);
                        else if (object.newPublicKey.length >= 0)
                            message.newPublicKey = object.newPublicKey;
                return message;
            };

            ChainRecovered.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.recovery = options.enums === $String ? "RECOVERY_UNSPECIFIED" : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.resumesAfterSeq = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.resumesAfterSeq = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if (options.bytes === $String)
                        object.resumesAfterEventId = "";
                    else {
                        object.resumesAfterEventId = [];
                        if (options.bytes !== $Array)
                            object.resumesAfterEventId = $util.newBuffer(object.resumesAfterEventId);
                    }
                    if (options.bytes === $String)
                        object.newPublicKey = "";
                    else {
                        object.newPublicKey = [];
                        if (options.bytes !== $Array)
                            object.newPublicKey = $util.newBuffer(object.newPublicKey);
                    }
                }
                if (message.recovery != null && $Object.hasOwnProperty.call(message, "recovery"))
                    object.recovery = options.enums === $String ? $root.driftbox.v1.Recovery[message.recovery] === $undefined ? message.recovery : $root.driftbox.v1.Recovery[message.recovery] : message.recovery;
                if (message.resumesAfterSeq != null && $Object.hasOwnProperty.call(message, "resumesAfterSeq"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.resumesAfterSeq = typeof message.resumesAfterSeq === "number" ? $BigInt(message.resumesAfterSeq) : $util.Long.fromBits(message.resumesAfterSeq.low >>> 0, message.resumesAfterSeq.high >>> 0, true).toBigInt();
                    else if (typeof message.resumesAfterSeq === "number")
                        object.resumesAfterSeq = options.longs === $String ? $String(message.resumesAfterSeq) : message.resumesAfterSeq;
                    else
                        object.resumesAfterSeq = options.longs === $String ? $util.Long.prototype.toString.call(message.resumesAfterSeq) : options.longs === $Number ? new $util.LongBits(message.resumesAfterSeq.low >>> 0, message.resumesAfterSeq.high >>> 0).toNumber(true) : message.resumesAfterSeq;
                if (message.resumesAfterEventId != null && $Object.hasOwnProperty.call(message, "resumesAfterEventId"))
                    object.resumesAfterEventId = options.bytes === $String ? $util.base64.encode(message.resumesAfterEventId, 0, message.resumesAfterEventId.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.resumesAfterEventId) : message.resumesAfterEventId;
                if (message.newPublicKey != null && $Object.hasOwnProperty.call(message, "newPublicKey"))
                    object.newPublicKey = options.bytes === $String ? $util.base64.encode(message.newPublicKey, 0, message.newPublicKey.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.newPublicKey) : message.newPublicKey;
                return object;
            };

            ChainRecovered.prototype.toJSON = function() {
                return ChainRecovered.toObject(this, $protobuf.util.toJSONOptions);
            };

            ChainRecovered.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.ChainRecovered";
            };

            return ChainRecovered;
        })();

        v1.PolicyApplied = (function() {

            const PolicyApplied = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PolicyApplied.prototype.version = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            PolicyApplied.prototype.issuedUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            PolicyApplied.prototype.policyHash = $util.newBuffer([]);

            PolicyApplied.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && (typeof message.version === "object" ? message.version.low || message.version.high : message.version !== 0))
                    writer.uint32(8).uint64(message.version);
                if (message.issuedUs != null && $Object.hasOwnProperty.call(message, "issuedUs") && (typeof message.issuedUs === "object" ? message.issuedUs.low || message.issuedUs.high : message.issuedUs !== 0))
                    writer.uint32(16).int64(message.issuedUs);
                if (message.policyHash != null && $Object.hasOwnProperty.call(message, "policyHash") && message.policyHash.length)
                    writer.uint32(26).bytes(message.policyHash);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            PolicyApplied.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.PolicyApplied();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.issuedUs = value;
                            else
                                delete message.issuedUs;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.policyHash = value;
                            else
                                delete message.policyHash;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            PolicyApplied.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.PolicyApplied)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.PolicyApplied: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.PolicyApplied();
                if (object.version != null)
                    if (typeof object.version === "object" ? object.version.low || object.version.high : $Number(object.version) !== 0)
                        if ($util.Long)
                            message.version = $util.Long.fromValue(object.version, true);
                        else if (typeof object.version === "string")
                            message.version = $parseInt(object.version, 10);
                        else if (typeof object.version === "number")
                            message.version = object.version;
                        else if (typeof object.version === "object")
                            message.version = new $util.LongBits(object.version.low >>> 0, object.version.high >>> 0).toNumber(true);
                if (object.issuedUs != null)
                    if (typeof object.issuedUs === "object" ? object.issuedUs.low || object.issuedUs.high : $Number(object.issuedUs) !== 0)
                        if ($util.Long)
                            message.issuedUs = $util.Long.fromValue(object.issuedUs, false);
                        else if (typeof object.issuedUs === "string")
                            message.issuedUs = $parseInt(object.issuedUs, 10);
                        else if (typeof object.issuedUs === "number")
                            message.issuedUs = object.issuedUs;
                        else if (typeof object.issuedUs === "object")
                            message.issuedUs = new $util.LongBits(object.issuedUs.low >>> 0, object.issuedUs.high >>> 0).toNumber();
                if (object.policyHash != null)
                    if (object.policyHash.length)
                        if (typeof object.policyHash === "string")
                            $util.base64.decode(object.policyHash, message.policyHash = $util.newBuffer($util.base64.length(object.policyHash)), 0);
                        else if (object.policyHash.length >= 0)
                            message.policyHash = object.policyHash;
                return message;
            };

            PolicyApplied.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.version = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.version = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.issuedUs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.issuedUs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if (options.bytes === $String)
                        object.policyHash = "";
                    else {
                        object.policyHash = [];
                        if (options.bytes !== $Array)
                            object.policyHash = $util.newBuffer(object.policyHash);
                    }
                }
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.version = typeof message.version === "number" ? $BigInt(message.version) : $util.Long.fromBits(message.version.low >>> 0, message.version.high >>> 0, true).toBigInt();
                    else if (typeof message.version === "number")
                        object.version = options.longs === $String ? $String(message.version) : message.version;
                    else
                        object.version = options.longs === $String ? $util.Long.prototype.toString.call(message.version) : options.longs === $Number ? new $util.LongBits(message.version.low >>> 0, message.version.high >>> 0).toNumber(true) : message.version;
                if (message.issuedUs != null && $Object.hasOwnProperty.call(message, "issuedUs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.issuedUs = typeof message.issuedUs === "number" ? $BigInt(message.issuedUs) : $util.Long.fromBits(message.issuedUs.low >>> 0, message.issuedUs.high >>> 0, false).toBigInt();
                    else if (typeof message.issuedUs === "number")
                        object.issuedUs = options.longs === $String ? $String(message.issuedUs) : message.issuedUs;
                    else
                        object.issuedUs = options.longs === $String ? $util.Long.prototype.toString.call(message.issuedUs) : options.longs === $Number ? new $util.LongBits(message.issuedUs.low >>> 0, message.issuedUs.high >>> 0).toNumber() : message.issuedUs;
                if (message.policyHash != null && $Object.hasOwnProperty.call(message, "policyHash"))
                    object.policyHash = options.bytes === $String ? $util.base64.encode(message.policyHash, 0, message.policyHash.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.policyHash) : message.policyHash;
                return object;
            };

            PolicyApplied.prototype.toJSON = function() {
                return PolicyApplied.toObject(this, $protobuf.util.toJSONOptions);
            };

            PolicyApplied.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.PolicyApplied";
            };

            return PolicyApplied;
        })();

        v1.AccessGranted = (function() {

            const AccessGranted = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            AccessGranted.prototype.box = "";
            AccessGranted.prototype.compartment = 0;
            AccessGranted.prototype.action = 0;
            AccessGranted.prototype.person = "";
            AccessGranted.prototype.role = "";
            AccessGranted.prototype.badgeRef = $util.newBuffer([]);
            AccessGranted.prototype.assurance = 0;
            AccessGranted.prototype.reader = "";
            AccessGranted.prototype.policyVersion = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            AccessGranted.prototype.policyAgeS = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            AccessGranted.prototype.counter = null;
            AccessGranted.prototype.blockListAgeS = null;
            AccessGranted.prototype.proof = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(AccessGranted.prototype, "_counter", {
                get: $util.oneOfGetter($oneOfFields = ["counter"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(AccessGranted.prototype, "_blockListAgeS", {
                get: $util.oneOfGetter($oneOfFields = ["blockListAgeS"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(AccessGranted.prototype, "_proof", {
                get: $util.oneOfGetter($oneOfFields = ["proof"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            AccessGranted.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.box != null && $Object.hasOwnProperty.call(message, "box") && message.box !== "")
                    writer.uint32(10).string(message.box);
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment") && message.compartment !== 0)
                    writer.uint32(16).uint32(message.compartment);
                if (message.action != null && $Object.hasOwnProperty.call(message, "action") && message.action !== 0)
                    writer.uint32(24).int32(message.action);
                if (message.person != null && $Object.hasOwnProperty.call(message, "person") && message.person !== "")
                    writer.uint32(34).string(message.person);
                if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== "")
                    writer.uint32(42).string(message.role);
                if (message.badgeRef != null && $Object.hasOwnProperty.call(message, "badgeRef") && message.badgeRef.length)
                    writer.uint32(50).bytes(message.badgeRef);
                if (message.assurance != null && $Object.hasOwnProperty.call(message, "assurance") && message.assurance !== 0)
                    writer.uint32(56).int32(message.assurance);
                if (message.reader != null && $Object.hasOwnProperty.call(message, "reader") && message.reader !== "")
                    writer.uint32(66).string(message.reader);
                if (message.policyVersion != null && $Object.hasOwnProperty.call(message, "policyVersion") && (typeof message.policyVersion === "object" ? message.policyVersion.low || message.policyVersion.high : message.policyVersion !== 0))
                    writer.uint32(72).uint64(message.policyVersion);
                if (message.policyAgeS != null && $Object.hasOwnProperty.call(message, "policyAgeS") && (typeof message.policyAgeS === "object" ? message.policyAgeS.low || message.policyAgeS.high : message.policyAgeS !== 0))
                    writer.uint32(80).uint64(message.policyAgeS);
                if (message.counter != null && $Object.hasOwnProperty.call(message, "counter"))
                    writer.uint32(88).uint64(message.counter);
                if (message.blockListAgeS != null && $Object.hasOwnProperty.call(message, "blockListAgeS"))
                    writer.uint32(96).uint64(message.blockListAgeS);
                if (message.proof != null && $Object.hasOwnProperty.call(message, "proof"))
                    writer.uint32(104).int32(message.proof);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            AccessGranted.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.AccessGranted();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.box = value;
                            else
                                delete message.box;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.compartment = value;
                            else
                                delete message.compartment;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.action = value;
                            else
                                delete message.action;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.person = value;
                            else
                                delete message.person;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.role = value;
                            else
                                delete message.role;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.badgeRef = value;
                            else
                                delete message.badgeRef;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.assurance = value;
                            else
                                delete message.assurance;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reader = value;
                            else
                                delete message.reader;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.policyVersion = value;
                            else
                                delete message.policyVersion;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.policyAgeS = value;
                            else
                                delete message.policyAgeS;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            message.counter = reader.uint64();
                            message._counter = "counter";
                            continue;
                        }
                    case 12: {
                            if (wireType !== 0)
                                break;
                            message.blockListAgeS = reader.uint64();
                            message._blockListAgeS = "blockListAgeS";
                            continue;
                        }
                    case 13: {
                            if (wireType !== 0)
                                break;
                            message.proof = reader.int32();
                            message._proof = "proof";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            AccessGranted.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.AccessGranted)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.AccessGranted: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.AccessGranted();
                if (object.box != null)
                    if (typeof object.box !== "string" || object.box.length)
                        message.box = $String(object.box);
                if (object.compartment != null)
                    if ($Number(object.compartment) !== 0)
                        message.compartment = object.compartment >>> 0;
                if (object.action !== 0 && (typeof object.action !== "string" || $root.driftbox.v1.Action[object.action] !== 0))
                    switch (object.action) {
                    case "ACTION_UNSPECIFIED":
                    case 0:
                        message.action = 0;
                        break;
                    case "ACTION_DEPOSIT":
                    case 1:
                        message.action = 1;
                        break;
                    case "ACTION_COLLECT":
                    case 2:
                        message.action = 2;
                        break;
                    default:
                        if (typeof object.action === "number" && (object.action | 0) === object.action)
                            message.action = object.action;
                    }
                if (object.person != null)
                    if (typeof object.person !== "string" || object.person.length)
                        message.person = $String(object.person);
                if (object.role != null)
                    if (typeof object.role !== "string" || object.role.length)
                        message.role = $String(object.role);
                if (object.badgeRef != null)
                    if (object.badgeRef.length)
                        if (typeof object.badgeRef === "string")
                            $util.base64.decode(object.badgeRef, message.badgeRef = $util.newBuffer($util.base64.length(object.badgeRef)), 0);
                        else if (object.badgeRef.length >= 0)
                            message.badgeRef = object.badgeRef;
                if (object.assurance !== 0 && (typeof object.assurance !== "string" || $root.driftbox.v1.Assurance[object.assurance] !== 0))
                    switch (object.assurance) {
                    case "ASSURANCE_UNSPECIFIED":
                    case 0:
                        message.assurance = 0;
                        break;
                    case "ASSURANCE_IDENTIFIER":
                    case 1:
                        message.assurance = 1;
                        break;
                    case "ASSURANCE_COUNTER_MAC":
                    case 2:
                        message.assurance = 2;
                        break;
                    case "ASSURANCE_MUTUAL_AUTH":
                    case 3:
                        message.assurance = 3;
                        break;
                    default:
                        if (typeof object.assurance === "number" && (object.assurance | 0) === object.assurance)
                            message.assurance = object.assurance;
                    }
                if (object.reader != null)
                    if (typeof object.reader !== "string" || object.reader.length)
                        message.reader = $String(object.reader);
                if (object.policyVersion != null)
                    if (typeof object.policyVersion === "object" ? object.policyVersion.low || object.policyVersion.high : $Number(object.policyVersion) !== 0)
                        if ($util.Long)
                            message.policyVersion = $util.Long.fromValue(object.policyVersion, true);
                        else if (typeof object.policyVersion === "string")
                            message.policyVersion = $parseInt(object.policyVersion, 10);
                        else if (typeof object.policyVersion === "number")
                            message.policyVersion = object.policyVersion;
                        else if (typeof object.policyVersion === "object")
                            message.policyVersion = new $util.LongBits(object.policyVersion.low >>> 0, object.policyVersion.high >>> 0).toNumber(true);
                if (object.policyAgeS != null)
                    if (typeof object.policyAgeS === "object" ? object.policyAgeS.low || object.policyAgeS.high : $Number(object.policyAgeS) !== 0)
                        if ($util.Long)
                            message.policyAgeS = $util.Long.fromValue(object.policyAgeS, true);
                        else if (typeof object.policyAgeS === "string")
                            message.policyAgeS = $parseInt(object.policyAgeS, 10);
                        else if (typeof object.policyAgeS === "number")
                            message.policyAgeS = object.policyAgeS;
                        else if (typeof object.policyAgeS === "object")
                            message.policyAgeS = new $util.LongBits(object.policyAgeS.low >>> 0, object.policyAgeS.high >>> 0).toNumber(true);
                if (object.counter != null)
                    if ($util.Long)
                        message.counter = $util.Long.fromValue(object.counter, true);
                    else if (typeof object.counter === "string")
                        message.counter = $parseInt(object.counter, 10);
                    else if (typeof object.counter === "number")
                        message.counter = object.counter;
                    else if (typeof object.counter === "object")
                        message.counter = new $util.LongBits(object.counter.low >>> 0, object.counter.high >>> 0).toNumber(true);
                if (object.blockListAgeS != null)
                    if ($util.Long)
                        message.blockListAgeS = $util.Long.fromValue(object.blockListAgeS, true);
                    else if (typeof object.blockListAgeS === "string")
                        message.blockListAgeS = $parseInt(object.blockListAgeS, 10);
                    else if (typeof object.blockListAgeS === "number")
                        message.blockListAgeS = object.blockListAgeS;
                    else if (typeof object.blockListAgeS === "object")
                        message.blockListAgeS = new $util.LongBits(object.blockListAgeS.low >>> 0, object.blockListAgeS.high >>> 0).toNumber(true);
                switch (object.proof) {
                case "PROOF_UNSPECIFIED":
                case 0:
                    message.proof = 0;
                    break;
                case "PROOF_BADGE":
                case 1:
                    message.proof = 1;
                    break;
                case "PROOF_BADGE_AND_PIN":
                case 2:
                    message.proof = 2;
                    break;
                default:
                    if (typeof object.proof === "number" && (object.proof | 0) === object.proof)
                        message.proof = object.proof;
                }
                return message;
            };

            AccessGranted.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.box = "";
                    object.compartment = 0;
                    object.action = options.enums === $String ? "ACTION_UNSPECIFIED" : 0;
                    object.person = "";
                    object.role = "";
                    if (options.bytes === $String)
                        object.badgeRef = "";
                    else {
                        object.badgeRef = [];
                        if (options.bytes !== $Array)
                            object.badgeRef = $util.newBuffer(object.badgeRef);
                    }
                    object.assurance = options.enums === $String ? "ASSURANCE_UNSPECIFIED" : 0;
                    object.reader = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.policyVersion = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.policyVersion = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.policyAgeS = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.policyAgeS = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.box != null && $Object.hasOwnProperty.call(message, "box"))
                    object.box = message.box;
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment"))
                    object.compartment = message.compartment;
                if (message.action != null && $Object.hasOwnProperty.call(message, "action"))
                    object.action = options.enums === $String ? $root.driftbox.v1.Action[message.action] === $undefined ? message.action : $root.driftbox.v1.Action[message.action] : message.action;
                if (message.person != null && $Object.hasOwnProperty.call(message, "person"))
                    object.person = message.person;
                if (message.role != null && $Object.hasOwnProperty.call(message, "role"))
                    object.role = message.role;
                if (message.badgeRef != null && $Object.hasOwnProperty.call(message, "badgeRef"))
                    object.badgeRef = options.bytes === $String ? $util.base64.encode(message.badgeRef, 0, message.badgeRef.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.badgeRef) : message.badgeRef;
                if (message.assurance != null && $Object.hasOwnProperty.call(message, "assurance"))
                    object.assurance = options.enums === $String ? $root.driftbox.v1.Assurance[message.assurance] === $undefined ? message.assurance : $root.driftbox.v1.Assurance[message.assurance] : message.assurance;
                if (message.reader != null && $Object.hasOwnProperty.call(message, "reader"))
                    object.reader = message.reader;
                if (message.policyVersion != null && $Object.hasOwnProperty.call(message, "policyVersion"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.policyVersion = typeof message.policyVersion === "number" ? $BigInt(message.policyVersion) : $util.Long.fromBits(message.policyVersion.low >>> 0, message.policyVersion.high >>> 0, true).toBigInt();
                    else if (typeof message.policyVersion === "number")
                        object.policyVersion = options.longs === $String ? $String(message.policyVersion) : message.policyVersion;
                    else
                        object.policyVersion = options.longs === $String ? $util.Long.prototype.toString.call(message.policyVersion) : options.longs === $Number ? new $util.LongBits(message.policyVersion.low >>> 0, message.policyVersion.high >>> 0).toNumber(true) : message.policyVersion;
                if (message.policyAgeS != null && $Object.hasOwnProperty.call(message, "policyAgeS"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.policyAgeS = typeof message.policyAgeS === "number" ? $BigInt(message.policyAgeS) : $util.Long.fromBits(message.policyAgeS.low >>> 0, message.policyAgeS.high >>> 0, true).toBigInt();
                    else if (typeof message.policyAgeS === "number")
                        object.policyAgeS = options.longs === $String ? $String(message.policyAgeS) : message.policyAgeS;
                    else
                        object.policyAgeS = options.longs === $String ? $util.Long.prototype.toString.call(message.policyAgeS) : options.longs === $Number ? new $util.LongBits(message.policyAgeS.low >>> 0, message.policyAgeS.high >>> 0).toNumber(true) : message.policyAgeS;
                if (message.counter != null && $Object.hasOwnProperty.call(message, "counter"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.counter = typeof message.counter === "number" ? $BigInt(message.counter) : $util.Long.fromBits(message.counter.low >>> 0, message.counter.high >>> 0, true).toBigInt();
                    else if (typeof message.counter === "number")
                        object.counter = options.longs === $String ? $String(message.counter) : message.counter;
                    else
                        object.counter = options.longs === $String ? $util.Long.prototype.toString.call(message.counter) : options.longs === $Number ? new $util.LongBits(message.counter.low >>> 0, message.counter.high >>> 0).toNumber(true) : message.counter;
                if (message.blockListAgeS != null && $Object.hasOwnProperty.call(message, "blockListAgeS"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.blockListAgeS = typeof message.blockListAgeS === "number" ? $BigInt(message.blockListAgeS) : $util.Long.fromBits(message.blockListAgeS.low >>> 0, message.blockListAgeS.high >>> 0, true).toBigInt();
                    else if (typeof message.blockListAgeS === "number")
                        object.blockListAgeS = options.longs === $String ? $String(message.blockListAgeS) : message.blockListAgeS;
                    else
                        object.blockListAgeS = options.longs === $String ? $util.Long.prototype.toString.call(message.blockListAgeS) : options.longs === $Number ? new $util.LongBits(message.blockListAgeS.low >>> 0, message.blockListAgeS.high >>> 0).toNumber(true) : message.blockListAgeS;
                if (message.proof != null && $Object.hasOwnProperty.call(message, "proof"))
                    object.proof = options.enums === $String ? $root.driftbox.v1.Proof[message.proof] === $undefined ? message.proof : $root.driftbox.v1.Proof[message.proof] : message.proof;
                return object;
            };

            AccessGranted.prototype.toJSON = function() {
                return AccessGranted.toObject(this, $protobuf.util.toJSONOptions);
            };

            AccessGranted.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.AccessGranted";
            };

            return AccessGranted;
        })();

        v1.AccessRefused = (function() {

            const AccessRefused = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            AccessRefused.prototype.box = "";
            AccessRefused.prototype.compartment = 0;
            AccessRefused.prototype.reason = 0;
            AccessRefused.prototype.person = "";
            AccessRefused.prototype.badgeRef = $util.newBuffer([]);
            AccessRefused.prototype.reader = "";
            AccessRefused.prototype.policyVersion = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            AccessRefused.prototype.counter = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(AccessRefused.prototype, "_counter", {
                get: $util.oneOfGetter($oneOfFields = ["counter"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            AccessRefused.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.box != null && $Object.hasOwnProperty.call(message, "box") && message.box !== "")
                    writer.uint32(10).string(message.box);
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment") && message.compartment !== 0)
                    writer.uint32(16).uint32(message.compartment);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== 0)
                    writer.uint32(24).int32(message.reason);
                if (message.person != null && $Object.hasOwnProperty.call(message, "person") && message.person !== "")
                    writer.uint32(34).string(message.person);
                if (message.badgeRef != null && $Object.hasOwnProperty.call(message, "badgeRef") && message.badgeRef.length)
                    writer.uint32(42).bytes(message.badgeRef);
                if (message.reader != null && $Object.hasOwnProperty.call(message, "reader") && message.reader !== "")
                    writer.uint32(50).string(message.reader);
                if (message.policyVersion != null && $Object.hasOwnProperty.call(message, "policyVersion") && (typeof message.policyVersion === "object" ? message.policyVersion.low || message.policyVersion.high : message.policyVersion !== 0))
                    writer.uint32(56).uint64(message.policyVersion);
                if (message.counter != null && $Object.hasOwnProperty.call(message, "counter"))
                    writer.uint32(64).uint64(message.counter);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            AccessRefused.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.AccessRefused();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.box = value;
                            else
                                delete message.box;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.compartment = value;
                            else
                                delete message.compartment;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.person = value;
                            else
                                delete message.person;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.badgeRef = value;
                            else
                                delete message.badgeRef;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reader = value;
                            else
                                delete message.reader;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.policyVersion = value;
                            else
                                delete message.policyVersion;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            message.counter = reader.uint64();
                            message._counter = "counter";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            AccessRefused.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.AccessRefused)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.AccessRefused: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.AccessRefused();
                if (object.box != null)
                    if (typeof object.box !== "string" || object.box.length)
                        message.box = $String(object.box);
                if (object.compartment != null)
                    if ($Number(object.compartment) !== 0)
                        message.compartment = object.compartment >>> 0;
                if (object.reason !== 0 && (typeof object.reason !== "string" || $root.driftbox.v1.RefusalReason[object.reason] !== 0))
                    switch (object.reason) {
                    case "REFUSAL_REASON_UNSPECIFIED":
                    case 0:
                        message.reason = 0;
                        break;
                    case "REFUSAL_REASON_UNKNOWN_BADGE":
                    case 1:
                        message.reason = 1;
                        break;
                    case "REFUSAL_REASON_BLOCKED_BADGE":
                    case 2:
                        message.reason = 2;
                        break;
                    case "REFUSAL_REASON_NO_RIGHT":
                    case 3:
                        message.reason = 3;
                        break;
                    case "REFUSAL_REASON_OUTSIDE_SCHEDULE":
                    case 4:
                        message.reason = 4;
                        break;
                    case "REFUSAL_REASON_NO_POLICY":
                    case 5:
                        message.reason = 5;
                        break;
                    case "REFUSAL_REASON_POLICY_STALE":
                    case 6:
                        message.reason = 6;
                        break;
                    case "REFUSAL_REASON_CLOCK_NOT_TRUSTED":
                    case 7:
                        message.reason = 7;
                        break;
                    case "REFUSAL_REASON_WEAK_CREDENTIAL":
                    case 8:
                        message.reason = 8;
                        break;
                    case "REFUSAL_REASON_NO_FREE_COMPARTMENT":
                    case 9:
                        message.reason = 9;
                        break;
                    case "REFUSAL_REASON_NOTHING_TO_COLLECT":
                    case 10:
                        message.reason = 10;
                        break;
                    case "REFUSAL_REASON_COMPARTMENT_OUT_OF_SERVICE":
                    case 11:
                        message.reason = 11;
                        break;
                    case "REFUSAL_REASON_BOX_BUSY":
                    case 12:
                        message.reason = 12;
                        break;
                    case "REFUSAL_REASON_LOCK_OFFLINE":
                    case 13:
                        message.reason = 13;
                        break;
                    case "REFUSAL_REASON_STORAGE_FULL":
                    case 14:
                        message.reason = 14;
                        break;
                    case "REFUSAL_REASON_LOCKED_OUT":
                    case 15:
                        message.reason = 15;
                        break;
                    case "REFUSAL_REASON_POLICY_EXPIRED":
                    case 16:
                        message.reason = 16;
                        break;
                    case "REFUSAL_REASON_FORGED_CREDENTIAL":
                    case 17:
                        message.reason = 17;
                        break;
                    case "REFUSAL_REASON_COUNTER_REPLAYED":
                    case 18:
                        message.reason = 18;
                        break;
                    case "REFUSAL_REASON_POWER_FAILING":
                    case 19:
                        message.reason = 19;
                        break;
                    case "REFUSAL_REASON_WRONG_PIN":
                    case 20:
                        message.reason = 20;
                        break;
                    case "REFUSAL_REASON_PIN_MISSING":
                    case 21:
                        message.reason = 21;
                        break;
                    case "REFUSAL_REASON_SECOND_PERSON_MISSING":
                    case 22:
                        message.reason = 22;
                        break;
                    case "REFUSAL_REASON_OTHER_ORGANIZATION_MISSING":
                    case 23:
                        message.reason = 23;
                        break;
                    case "REFUSAL_REASON_SAME_PERSON":
                    case 24:
                        message.reason = 24;
                        break;
                    case "REFUSAL_REASON_PASSBACK":
                    case 25:
                        message.reason = 25;
                        break;
                    default:
                        if (typeof object.reason === "number" && (object.reason | 0) === object.reason)
                            message.reason = object.reason;
                    }
                if (object.person != null)
                    if (typeof object.person !== "string" || object.person.length)
                        message.person = $String(object.person);
                if (object.badgeRef != null)
                    if (object.badgeRef.length)
                        if (typeof object.badgeRef === "string")
                            $util.base64.decode(object.badgeRef, message.badgeRef = $util.newBuffer($util.base64.length(object.badgeRef)), 0);
                        else if (object.badgeRef.length >= 0)
                            message.badgeRef = object.badgeRef;
                if (object.reader != null)
                    if (typeof object.reader !== "string" || object.reader.length)
                        message.reader = $String(object.reader);
                if (object.policyVersion != null)
                    if (typeof object.policyVersion === "object" ? object.policyVersion.low || object.policyVersion.high : $Number(object.policyVersion) !== 0)
                        if ($util.Long)
                            message.policyVersion = $util.Long.fromValue(object.policyVersion, true);
                        else if (typeof object.policyVersion === "string")
                            message.policyVersion = $parseInt(object.policyVersion, 10);
                        else if (typeof object.policyVersion === "number")
                            message.policyVersion = object.policyVersion;
                        else if (typeof object.policyVersion === "object")
                            message.policyVersion = new $util.LongBits(object.policyVersion.low >>> 0, object.policyVersion.high >>> 0).toNumber(true);
                if (object.counter != null)
                    if ($util.Long)
                        message.counter = $util.Long.fromValue(object.counter, true);
                    else if (typeof object.counter === "string")
                        message.counter = $parseInt(object.counter, 10);
                    else if (typeof object.counter === "number")
                        message.counter = object.counter;
                    else if (typeof object.counter === "object")
                        message.counter = new $util.LongBits(object.counter.low >>> 0, object.counter.high >>> 0).toNumber(true);
                return message;
            };

            AccessRefused.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.box = "";
                    object.compartment = 0;
                    object.reason = options.enums === $String ? "REFUSAL_REASON_UNSPECIFIED" : 0;
                    object.person = "";
                    if (options.bytes === $String)
                        object.badgeRef = "";
                    else {
                        object.badgeRef = [];
                        if (options.bytes !== $Array)
                            object.badgeRef = $util.newBuffer(object.badgeRef);
                    }
                    object.reader = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.policyVersion = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.policyVersion = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.box != null && $Object.hasOwnProperty.call(message, "box"))
                    object.box = message.box;
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment"))
                    object.compartment = message.compartment;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = options.enums === $String ? $root.driftbox.v1.RefusalReason[message.reason] === $undefined ? message.reason : $root.driftbox.v1.RefusalReason[message.reason] : message.reason;
                if (message.person != null && $Object.hasOwnProperty.call(message, "person"))
                    object.person = message.person;
                if (message.badgeRef != null && $Object.hasOwnProperty.call(message, "badgeRef"))
                    object.badgeRef = options.bytes === $String ? $util.base64.encode(message.badgeRef, 0, message.badgeRef.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.badgeRef) : message.badgeRef;
                if (message.reader != null && $Object.hasOwnProperty.call(message, "reader"))
                    object.reader = message.reader;
                if (message.policyVersion != null && $Object.hasOwnProperty.call(message, "policyVersion"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.policyVersion = typeof message.policyVersion === "number" ? $BigInt(message.policyVersion) : $util.Long.fromBits(message.policyVersion.low >>> 0, message.policyVersion.high >>> 0, true).toBigInt();
                    else if (typeof message.policyVersion === "number")
                        object.policyVersion = options.longs === $String ? $String(message.policyVersion) : message.policyVersion;
                    else
                        object.policyVersion = options.longs === $String ? $util.Long.prototype.toString.call(message.policyVersion) : options.longs === $Number ? new $util.LongBits(message.policyVersion.low >>> 0, message.policyVersion.high >>> 0).toNumber(true) : message.policyVersion;
                if (message.counter != null && $Object.hasOwnProperty.call(message, "counter"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.counter = typeof message.counter === "number" ? $BigInt(message.counter) : $util.Long.fromBits(message.counter.low >>> 0, message.counter.high >>> 0, true).toBigInt();
                    else if (typeof message.counter === "number")
                        object.counter = options.longs === $String ? $String(message.counter) : message.counter;
                    else
                        object.counter = options.longs === $String ? $util.Long.prototype.toString.call(message.counter) : options.longs === $Number ? new $util.LongBits(message.counter.low >>> 0, message.counter.high >>> 0).toNumber(true) : message.counter;
                return object;
            };

            AccessRefused.prototype.toJSON = function() {
                return AccessRefused.toObject(this, $protobuf.util.toJSONOptions);
            };

            AccessRefused.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.AccessRefused";
            };

            return AccessRefused;
        })();

        v1.AuthorizerAdded = (function() {

            const AuthorizerAdded = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            AuthorizerAdded.prototype.box = "";
            AuthorizerAdded.prototype.compartment = 0;
            AuthorizerAdded.prototype.grantSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            AuthorizerAdded.prototype.person = "";
            AuthorizerAdded.prototype.organization = "";
            AuthorizerAdded.prototype.badgeRef = $util.newBuffer([]);
            AuthorizerAdded.prototype.assurance = null;
            AuthorizerAdded.prototype.proof = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(AuthorizerAdded.prototype, "_assurance", {
                get: $util.oneOfGetter($oneOfFields = ["assurance"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(AuthorizerAdded.prototype, "_proof", {
                get: $util.oneOfGetter($oneOfFields = ["proof"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            AuthorizerAdded.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.box != null && $Object.hasOwnProperty.call(message, "box") && message.box !== "")
                    writer.uint32(10).string(message.box);
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment") && message.compartment !== 0)
                    writer.uint32(16).uint32(message.compartment);
                if (message.grantSeq != null && $Object.hasOwnProperty.call(message, "grantSeq") && (typeof message.grantSeq === "object" ? message.grantSeq.low || message.grantSeq.high : message.grantSeq !== 0))
                    writer.uint32(24).uint64(message.grantSeq);
                if (message.person != null && $Object.hasOwnProperty.call(message, "person") && message.person !== "")
                    writer.uint32(34).string(message.person);
                if (message.organization != null && $Object.hasOwnProperty.call(message, "organization") && message.organization !== "")
                    writer.uint32(42).string(message.organization);
                if (message.badgeRef != null && $Object.hasOwnProperty.call(message, "badgeRef") && message.badgeRef.length)
                    writer.uint32(50).bytes(message.badgeRef);
                if (message.assurance != null && $Object.hasOwnProperty.call(message, "assurance"))
                    writer.uint32(56).int32(message.assurance);
                if (message.proof != null && $Object.hasOwnProperty.call(message, "proof"))
                    writer.uint32(64).int32(message.proof);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            AuthorizerAdded.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.AuthorizerAdded();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.box = value;
                            else
                                delete message.box;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.compartment = value;
                            else
                                delete message.compartment;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.grantSeq = value;
                            else
                                delete message.grantSeq;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.person = value;
                            else
                                delete message.person;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.organization = value;
                            else
                                delete message.organization;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.badgeRef = value;
                            else
                                delete message.badgeRef;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            message.assurance = reader.int32();
                            message._assurance = "assurance";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            message.proof = reader.int32();
                            message._proof = "proof";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            AuthorizerAdded.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.AuthorizerAdded)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.AuthorizerAdded: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.AuthorizerAdded();
                if (object.box != null)
                    if (typeof object.box !== "string" || object.box.length)
                        message.box = $String(object.box);
                if (object.compartment != null)
                    if ($Number(object.compartment) !== 0)
                        message.compartment = object.compartment >>> 0;
                if (object.grantSeq != null)
                    if (typeof object.grantSeq === "object" ? object.grantSeq.low || object.grantSeq.high : $Number(object.grantSeq) !== 0)
                        if ($util.Long)
                            message.grantSeq = $util.Long.fromValue(object.grantSeq, true);
                        else if (typeof object.grantSeq === "string")
                            message.grantSeq = $parseInt(object.grantSeq, 10);
                        else if (typeof object.grantSeq === "number")
                            message.grantSeq = object.grantSeq;
                        else if (typeof object.grantSeq === "object")
                            message.grantSeq = new $util.LongBits(object.grantSeq.low >>> 0, object.grantSeq.high >>> 0).toNumber(true);
                if (object.person != null)
                    if (typeof object.person !== "string" || object.person.length)
                        message.person = $String(object.person);
                if (object.organization != null)
                    if (typeof object.organization !== "string" || object.organization.length)
                        message.organization = $String(object.organization);
                if (object.badgeRef != null)
                    if (object.badgeRef.length)
                        if (typeof object.badgeRef === "string")
                            $util.base64.decode(object.badgeRef, message.badgeRef = $util.newBuffer($util.base64.length(object.badgeRef)), 0);
                        else if (object.badgeRef.length >= 0)
                            message.badgeRef = object.badgeRef;
                switch (object.assurance) {
                case "ASSURANCE_UNSPECIFIED":
                case 0:
                    message.assurance = 0;
                    break;
                case "ASSURANCE_IDENTIFIER":
                case 1:
                    message.assurance = 1;
                    break;
                case "ASSURANCE_COUNTER_MAC":
                case 2:
                    message.assurance = 2;
                    break;
                case "ASSURANCE_MUTUAL_AUTH":
                case 3:
                    message.assurance = 3;
                    break;
                default:
                    if (typeof object.assurance === "number" && (object.assurance | 0) === object.assurance)
                        message.assurance = object.assurance;
                }
                switch (object.proof) {
                case "PROOF_UNSPECIFIED":
                case 0:
                    message.proof = 0;
                    break;
                case "PROOF_BADGE":
                case 1:
                    message.proof = 1;
                    break;
                case "PROOF_BADGE_AND_PIN":
                case 2:
                    message.proof = 2;
                    break;
                default:
                    if (typeof object.proof === "number" && (object.proof | 0) === object.proof)
                        message.proof = object.proof;
                }
                return message;
            };

            AuthorizerAdded.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.box = "";
                    object.compartment = 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.grantSeq = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.grantSeq = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.person = "";
                    object.organization = "";
                    if (options.bytes === $String)
                        object.badgeRef = "";
                    else {
                        object.badgeRef = [];
                        if (options.bytes !== $Array)
                            object.badgeRef = $util.newBuffer(object.badgeRef);
                    }
                }
                if (message.box != null && $Object.hasOwnProperty.call(message, "box"))
                    object.box = message.box;
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment"))
                    object.compartment = message.compartment;
                if (message.grantSeq != null && $Object.hasOwnProperty.call(message, "grantSeq"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.grantSeq = typeof message.grantSeq === "number" ? $BigInt(message.grantSeq) : $util.Long.fromBits(message.grantSeq.low >>> 0, message.grantSeq.high >>> 0, true).toBigInt();
                    else if (typeof message.grantSeq === "number")
                        object.grantSeq = options.longs === $String ? $String(message.grantSeq) : message.grantSeq;
                    else
                        object.grantSeq = options.longs === $String ? $util.Long.prototype.toString.call(message.grantSeq) : options.longs === $Number ? new $util.LongBits(message.grantSeq.low >>> 0, message.grantSeq.high >>> 0).toNumber(true) : message.grantSeq;
                if (message.person != null && $Object.hasOwnProperty.call(message, "person"))
                    object.person = message.person;
                if (message.organization != null && $Object.hasOwnProperty.call(message, "organization"))
                    object.organization = message.organization;
                if (message.badgeRef != null && $Object.hasOwnProperty.call(message, "badgeRef"))
                    object.badgeRef = options.bytes === $String ? $util.base64.encode(message.badgeRef, 0, message.badgeRef.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.badgeRef) : message.badgeRef;
                if (message.assurance != null && $Object.hasOwnProperty.call(message, "assurance"))
                    object.assurance = options.enums === $String ? $root.driftbox.v1.Assurance[message.assurance] === $undefined ? message.assurance : $root.driftbox.v1.Assurance[message.assurance] : message.assurance;
                if (message.proof != null && $Object.hasOwnProperty.call(message, "proof"))
                    object.proof = options.enums === $String ? $root.driftbox.v1.Proof[message.proof] === $undefined ? message.proof : $root.driftbox.v1.Proof[message.proof] : message.proof;
                return object;
            };

            AuthorizerAdded.prototype.toJSON = function() {
                return AuthorizerAdded.toObject(this, $protobuf.util.toJSONOptions);
            };

            AuthorizerAdded.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.AuthorizerAdded";
            };

            return AuthorizerAdded;
        })();

        v1.DuressSignaled = (function() {

            const DuressSignaled = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            DuressSignaled.prototype.box = "";
            DuressSignaled.prototype.person = "";

            DuressSignaled.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.box != null && $Object.hasOwnProperty.call(message, "box") && message.box !== "")
                    writer.uint32(10).string(message.box);
                if (message.person != null && $Object.hasOwnProperty.call(message, "person") && message.person !== "")
                    writer.uint32(18).string(message.person);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            DuressSignaled.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.DuressSignaled();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.box = value;
                            else
                                delete message.box;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.person = value;
                            else
                                delete message.person;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            DuressSignaled.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.DuressSignaled)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.DuressSignaled: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.DuressSignaled();
                if (object.box != null)
                    if (typeof object.box !== "string" || object.box.length)
                        message.box = $String(object.box);
                if (object.person != null)
                    if (typeof object.person !== "string" || object.person.length)
                        message.person = $String(object.person);
                return message;
            };

            DuressSignaled.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.box = "";
                    object.person = "";
                }
                if (message.box != null && $Object.hasOwnProperty.call(message, "box"))
                    object.box = message.box;
                if (message.person != null && $Object.hasOwnProperty.call(message, "person"))
                    object.person = message.person;
                return object;
            };

            DuressSignaled.prototype.toJSON = function() {
                return DuressSignaled.toObject(this, $protobuf.util.toJSONOptions);
            };

            DuressSignaled.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.DuressSignaled";
            };

            return DuressSignaled;
        })();

        v1.LockoutStarted = (function() {

            const LockoutStarted = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            LockoutStarted.prototype.box = "";
            LockoutStarted.prototype.reader = "";
            LockoutStarted.prototype.person = "";
            LockoutStarted.prototype.wrongTries = 0;
            LockoutStarted.prototype.durationS = 0;
            LockoutStarted.prototype.cause = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(LockoutStarted.prototype, "_cause", {
                get: $util.oneOfGetter($oneOfFields = ["cause"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            LockoutStarted.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.box != null && $Object.hasOwnProperty.call(message, "box") && message.box !== "")
                    writer.uint32(10).string(message.box);
                if (message.reader != null && $Object.hasOwnProperty.call(message, "reader") && message.reader !== "")
                    writer.uint32(18).string(message.reader);
                if (message.person != null && $Object.hasOwnProperty.call(message, "person") && message.person !== "")
                    writer.uint32(26).string(message.person);
                if (message.wrongTries != null && $Object.hasOwnProperty.call(message, "wrongTries") && message.wrongTries !== 0)
                    writer.uint32(32).uint32(message.wrongTries);
                if (message.durationS != null && $Object.hasOwnProperty.call(message, "durationS") && message.durationS !== 0)
                    writer.uint32(40).uint32(message.durationS);
                if (message.cause != null && $Object.hasOwnProperty.call(message, "cause"))
                    writer.uint32(48).int32(message.cause);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            LockoutStarted.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.LockoutStarted();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.box = value;
                            else
                                delete message.box;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reader = value;
                            else
                                delete message.reader;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.person = value;
                            else
                                delete message.person;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.wrongTries = value;
                            else
                                delete message.wrongTries;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.durationS = value;
                            else
                                delete message.durationS;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.cause = reader.int32();
                            message._cause = "cause";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            LockoutStarted.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.LockoutStarted)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.LockoutStarted: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.LockoutStarted();
                if (object.box != null)
                    if (typeof object.box !== "string" || object.box.length)
                        message.box = $String(object.box);
                if (object.reader != null)
                    if (typeof object.reader !== "string" || object.reader.length)
                        message.reader = $String(object.reader);
                if (object.person != null)
                    if (typeof object.person !== "string" || object.person.length)
                        message.person = $String(object.person);
                if (object.wrongTries != null)
                    if ($Number(object.wrongTries) !== 0)
                        message.wrongTries = object.wrongTries >>> 0;
                if (object.durationS != null)
                    if ($Number(object.durationS) !== 0)
                        message.durationS = object.durationS >>> 0;
                switch (object.cause) {
                case "LOCKOUT_CAUSE_UNSPECIFIED":
                case 0:
                    message.cause = 0;
                    break;
                case "LOCKOUT_CAUSE_STRANGE_BADGES":
                case 1:
                    message.cause = 1;
                    break;
                case "LOCKOUT_CAUSE_WRONG_PINS":
                case 2:
                    message.cause = 2;
                    break;
                default:
                    if (typeof object.cause === "number" && (object.cause | 0) === object.cause)
                        message.cause = object.cause;
                }
                return message;
            };

            LockoutStarted.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.box = "";
                    object.reader = "";
                    object.person = "";
                    object.wrongTries = 0;
                    object.durationS = 0;
                }
                if (message.box != null && $Object.hasOwnProperty.call(message, "box"))
                    object.box = message.box;
                if (message.reader != null && $Object.hasOwnProperty.call(message, "reader"))
                    object.reader = message.reader;
                if (message.person != null && $Object.hasOwnProperty.call(message, "person"))
                    object.person = message.person;
                if (message.wrongTries != null && $Object.hasOwnProperty.call(message, "wrongTries"))
                    object.wrongTries = message.wrongTries;
                if (message.durationS != null && $Object.hasOwnProperty.call(message, "durationS"))
                    object.durationS = message.durationS;
                if (message.cause != null && $Object.hasOwnProperty.call(message, "cause"))
                    object.cause = options.enums === $String ? $root.driftbox.v1.LockoutCause[message.cause] === $undefined ? message.cause : $root.driftbox.v1.LockoutCause[message.cause] : message.cause;
                return object;
            };

            LockoutStarted.prototype.toJSON = function() {
                return LockoutStarted.toObject(this, $protobuf.util.toJSONOptions);
            };

            LockoutStarted.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.LockoutStarted";
            };

            return LockoutStarted;
        })();

        v1.CredentialShown = (function() {

            const CredentialShown = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            CredentialShown.prototype.box = "";
            CredentialShown.prototype.badgeRef = $util.newBuffer([]);
            CredentialShown.prototype.reader = "";
            CredentialShown.prototype.counter = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            CredentialShown.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.box != null && $Object.hasOwnProperty.call(message, "box") && message.box !== "")
                    writer.uint32(10).string(message.box);
                if (message.badgeRef != null && $Object.hasOwnProperty.call(message, "badgeRef") && message.badgeRef.length)
                    writer.uint32(18).bytes(message.badgeRef);
                if (message.reader != null && $Object.hasOwnProperty.call(message, "reader") && message.reader !== "")
                    writer.uint32(26).string(message.reader);
                if (message.counter != null && $Object.hasOwnProperty.call(message, "counter") && (typeof message.counter === "object" ? message.counter.low || message.counter.high : message.counter !== 0))
                    writer.uint32(32).uint64(message.counter);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            CredentialShown.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.CredentialShown();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.box = value;
                            else
                                delete message.box;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.badgeRef = value;
                            else
                                delete message.badgeRef;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reader = value;
                            else
                                delete message.reader;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.counter = value;
                            else
                                delete message.counter;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            CredentialShown.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.CredentialShown)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.CredentialShown: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.CredentialShown();
                if (object.box != null)
                    if (typeof object.box !== "string" || object.box.length)
                        message.box = $String(object.box);
                if (object.badgeRef != null)
                    if (object.badgeRef.length)
                        if (typeof object.badgeRef === "string")
                            $util.base64.decode(object.badgeRef, message.badgeRef = $util.newBuffer($util.base64.length(object.badgeRef)), 0);
                        else if (object.badgeRef.length >= 0)
                            message.badgeRef = object.badgeRef;
                if (object.reader != null)
                    if (typeof object.reader !== "string" || object.reader.length)
                        message.reader = $String(object.reader);
                if (object.counter != null)
                    if (typeof object.counter === "object" ? object.counter.low || object.counter.high : $Number(object.counter) !== 0)
                        if ($util.Long)
                            message.counter = $util.Long.fromValue(object.counter, true);
                        else if (typeof object.counter === "string")
                            message.counter = $parseInt(object.counter, 10);
                        else if (typeof object.counter === "number")
                            message.counter = object.counter;
                        else if (typeof object.counter === "object")
                            message.counter = new $util.LongBits(object.counter.low >>> 0, object.counter.high >>> 0).toNumber(true);
                return message;
            };

            CredentialShown.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.box = "";
                    if (options.bytes === $String)
                        object.badgeRef = "";
                    else {
                        object.badgeRef = [];
                        if (options.bytes !== $Array)
                            object.badgeRef = $util.newBuffer(object.badgeRef);
                    }
                    object.reader = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.counter = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.counter = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.box != null && $Object.hasOwnProperty.call(message, "box"))
                    object.box = message.box;
                if (message.badgeRef != null && $Object.hasOwnProperty.call(message, "badgeRef"))
                    object.badgeRef = options.bytes === $String ? $util.base64.encode(message.badgeRef, 0, message.badgeRef.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.badgeRef) : message.badgeRef;
                if (message.reader != null && $Object.hasOwnProperty.call(message, "reader"))
                    object.reader = message.reader;
                if (message.counter != null && $Object.hasOwnProperty.call(message, "counter"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.counter = typeof message.counter === "number" ? $BigInt(message.counter) : $util.Long.fromBits(message.counter.low >>> 0, message.counter.high >>> 0, true).toBigInt();
                    else if (typeof message.counter === "number")
                        object.counter = options.longs === $String ? $String(message.counter) : message.counter;
                    else
                        object.counter = options.longs === $String ? $util.Long.prototype.toString.call(message.counter) : options.longs === $Number ? new $util.LongBits(message.counter.low >>> 0, message.counter.high >>> 0).toNumber(true) : message.counter;
                return object;
            };

            CredentialShown.prototype.toJSON = function() {
                return CredentialShown.toObject(this, $protobuf.util.toJSONOptions);
            };

            CredentialShown.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.CredentialShown";
            };

            return CredentialShown;
        })();

        v1.UnlockIntended = (function() {

            const UnlockIntended = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            UnlockIntended.prototype.box = "";
            UnlockIntended.prototype.compartment = 0;
            UnlockIntended.prototype.grantSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            UnlockIntended.prototype.attempt = 0;
            UnlockIntended.prototype.pulseMs = 0;
            UnlockIntended.prototype.deadlineMonoUs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            UnlockIntended.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.box != null && $Object.hasOwnProperty.call(message, "box") && message.box !== "")
                    writer.uint32(10).string(message.box);
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment") && message.compartment !== 0)
                    writer.uint32(16).uint32(message.compartment);
                if (message.grantSeq != null && $Object.hasOwnProperty.call(message, "grantSeq") && (typeof message.grantSeq === "object" ? message.grantSeq.low || message.grantSeq.high : message.grantSeq !== 0))
                    writer.uint32(24).uint64(message.grantSeq);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                    writer.uint32(32).uint32(message.attempt);
                if (message.pulseMs != null && $Object.hasOwnProperty.call(message, "pulseMs") && message.pulseMs !== 0)
                    writer.uint32(40).uint32(message.pulseMs);
                if (message.deadlineMonoUs != null && $Object.hasOwnProperty.call(message, "deadlineMonoUs") && (typeof message.deadlineMonoUs === "object" ? message.deadlineMonoUs.low || message.deadlineMonoUs.high : message.deadlineMonoUs !== 0))
                    writer.uint32(48).uint64(message.deadlineMonoUs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            UnlockIntended.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.UnlockIntended();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.box = value;
                            else
                                delete message.box;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.compartment = value;
                            else
                                delete message.compartment;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.grantSeq = value;
                            else
                                delete message.grantSeq;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.pulseMs = value;
                            else
                                delete message.pulseMs;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.deadlineMonoUs = value;
                            else
                                delete message.deadlineMonoUs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            UnlockIntended.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.UnlockIntended)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.UnlockIntended: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.UnlockIntended();
                if (object.box != null)
                    if (typeof object.box !== "string" || object.box.length)
                        message.box = $String(object.box);
                if (object.compartment != null)
                    if ($Number(object.compartment) !== 0)
                        message.compartment = object.compartment >>> 0;
                if (object.grantSeq != null)
                    if (typeof object.grantSeq === "object" ? object.grantSeq.low || object.grantSeq.high : $Number(object.grantSeq) !== 0)
                        if ($util.Long)
                            message.grantSeq = $util.Long.fromValue(object.grantSeq, true);
                        else if (typeof object.grantSeq === "string")
                            message.grantSeq = $parseInt(object.grantSeq, 10);
                        else if (typeof object.grantSeq === "number")
                            message.grantSeq = object.grantSeq;
                        else if (typeof object.grantSeq === "object")
                            message.grantSeq = new $util.LongBits(object.grantSeq.low >>> 0, object.grantSeq.high >>> 0).toNumber(true);
                if (object.attempt != null)
                    if ($Number(object.attempt) !== 0)
                        message.attempt = object.attempt >>> 0;
                if (object.pulseMs != null)
                    if ($Number(object.pulseMs) !== 0)
                        message.pulseMs = object.pulseMs >>> 0;
                if (object.deadlineMonoUs != null)
                    if (typeof object.deadlineMonoUs === "object" ? object.deadlineMonoUs.low || object.deadlineMonoUs.high : $Number(object.deadlineMonoUs) !== 0)
                        if ($util.Long)
                            message.deadlineMonoUs = $util.Long.fromValue(object.deadlineMonoUs, true);
                        else if (typeof object.deadlineMonoUs === "string")
                            message.deadlineMonoUs = $parseInt(object.deadlineMonoUs, 10);
                        else if (typeof object.deadlineMonoUs === "number")
                            message.deadlineMonoUs = object.deadlineMonoUs;
                        else if (typeof object.deadlineMonoUs === "object")
                            message.deadlineMonoUs = new $util.LongBits(object.deadlineMonoUs.low >>> 0, object.deadlineMonoUs.high >>> 0).toNumber(true);
                return message;
            };

            UnlockIntended.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.box = "";
                    object.compartment = 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.grantSeq = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.grantSeq = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.attempt = 0;
                    object.pulseMs = 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.deadlineMonoUs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.deadlineMonoUs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.box != null && $Object.hasOwnProperty.call(message, "box"))
                    object.box = message.box;
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment"))
                    object.compartment = message.compartment;
                if (message.grantSeq != null && $Object.hasOwnProperty.call(message, "grantSeq"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.grantSeq = typeof message.grantSeq === "number" ? $BigInt(message.grantSeq) : $util.Long.fromBits(message.grantSeq.low >>> 0, message.grantSeq.high >>> 0, true).toBigInt();
                    else if (typeof message.grantSeq === "number")
                        object.grantSeq = options.longs === $String ? $String(message.grantSeq) : message.grantSeq;
                    else
                        object.grantSeq = options.longs === $String ? $util.Long.prototype.toString.call(message.grantSeq) : options.longs === $Number ? new $util.LongBits(message.grantSeq.low >>> 0, message.grantSeq.high >>> 0).toNumber(true) : message.grantSeq;
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt"))
                    object.attempt = message.attempt;
                if (message.pulseMs != null && $Object.hasOwnProperty.call(message, "pulseMs"))
                    object.pulseMs = message.pulseMs;
                if (message.deadlineMonoUs != null && $Object.hasOwnProperty.call(message, "deadlineMonoUs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.deadlineMonoUs = typeof message.deadlineMonoUs === "number" ? $BigInt(message.deadlineMonoUs) : $util.Long.fromBits(message.deadlineMonoUs.low >>> 0, message.deadlineMonoUs.high >>> 0, true).toBigInt();
                    else if (typeof message.deadlineMonoUs === "number")
                        object.deadlineMonoUs = options.longs === $String ? $String(message.deadlineMonoUs) : message.deadlineMonoUs;
                    else
                        object.deadlineMonoUs = options.longs === $String ? $util.Long.prototype.toString.call(message.deadlineMonoUs) : options.longs === $Number ? new $util.LongBits(message.deadlineMonoUs.low >>> 0, message.deadlineMonoUs.high >>> 0).toNumber(true) : message.deadlineMonoUs;
                return object;
            };

            UnlockIntended.prototype.toJSON = function() {
                return UnlockIntended.toObject(this, $protobuf.util.toJSONOptions);
            };

            UnlockIntended.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.UnlockIntended";
            };

            return UnlockIntended;
        })();

        v1.UnlockConcluded = (function() {

            const UnlockConcluded = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            UnlockConcluded.prototype.box = "";
            UnlockConcluded.prototype.compartment = 0;
            UnlockConcluded.prototype.intentSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            UnlockConcluded.prototype.outcome = 0;
            UnlockConcluded.prototype.detail = "";

            UnlockConcluded.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.box != null && $Object.hasOwnProperty.call(message, "box") && message.box !== "")
                    writer.uint32(10).string(message.box);
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment") && message.compartment !== 0)
                    writer.uint32(16).uint32(message.compartment);
                if (message.intentSeq != null && $Object.hasOwnProperty.call(message, "intentSeq") && (typeof message.intentSeq === "object" ? message.intentSeq.low || message.intentSeq.high : message.intentSeq !== 0))
                    writer.uint32(24).uint64(message.intentSeq);
                if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome") && message.outcome !== 0)
                    writer.uint32(32).int32(message.outcome);
                if (message.detail != null && $Object.hasOwnProperty.call(message, "detail") && message.detail !== "")
                    writer.uint32(42).string(message.detail);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            UnlockConcluded.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.UnlockConcluded();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.box = value;
                            else
                                delete message.box;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.compartment = value;
                            else
                                delete message.compartment;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.intentSeq = value;
                            else
                                delete message.intentSeq;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.outcome = value;
                            else
                                delete message.outcome;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.detail = value;
                            else
                                delete message.detail;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            UnlockConcluded.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.UnlockConcluded)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.UnlockConcluded: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.UnlockConcluded();
                if (object.box != null)
                    if (typeof object.box !== "string" || object.box.length)
                        message.box = $String(object.box);
                if (object.compartment != null)
                    if ($Number(object.compartment) !== 0)
                        message.compartment = object.compartment >>> 0;
                if (object.intentSeq != null)
                    if (typeof object.intentSeq === "object" ? object.intentSeq.low || object.intentSeq.high : $Number(object.intentSeq) !== 0)
                        if ($util.Long)
                            message.intentSeq = $util.Long.fromValue(object.intentSeq, true);
                        else if (typeof object.intentSeq === "string")
                            message.intentSeq = $parseInt(object.intentSeq, 10);
                        else if (typeof object.intentSeq === "number")
                            message.intentSeq = object.intentSeq;
                        else if (typeof object.intentSeq === "object")
                            message.intentSeq = new $util.LongBits(object.intentSeq.low >>> 0, object.intentSeq.high >>> 0).toNumber(true);
                if (object.outcome !== 0 && (typeof object.outcome !== "string" || $root.driftbox.v1.UnlockOutcome[object.outcome] !== 0))
                    switch (object.outcome) {
                    case "UNLOCK_OUTCOME_UNSPECIFIED":
                    case 0:
                        message.outcome = 0;
                        break;
                    case "UNLOCK_OUTCOME_OPENED":
                    case 1:
                        message.outcome = 1;
                        break;
                    case "UNLOCK_OUTCOME_JAMMED":
                    case 2:
                        message.outcome = 2;
                        break;
                    case "UNLOCK_OUTCOME_REFUSED":
                    case 3:
                        message.outcome = 3;
                        break;
                    case "UNLOCK_OUTCOME_UNKNOWN":
                    case 4:
                        message.outcome = 4;
                        break;
                    default:
                        if (typeof object.outcome === "number" && (object.outcome | 0) === object.outcome)
                            message.outcome = object.outcome;
                    }
                if (object.detail != null)
                    if (typeof object.detail !== "string" || object.detail.length)
                        message.detail = $String(object.detail);
                return message;
            };

            UnlockConcluded.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.box = "";
                    object.compartment = 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.intentSeq = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.intentSeq = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.outcome = options.enums === $String ? "UNLOCK_OUTCOME_UNSPECIFIED" : 0;
                    object.detail = "";
                }
                if (message.box != null && $Object.hasOwnProperty.call(message, "box"))
                    object.box = message.box;
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment"))
                    object.compartment = message.compartment;
                if (message.intentSeq != null && $Object.hasOwnProperty.call(message, "intentSeq"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.intentSeq = typeof message.intentSeq === "number" ? $BigInt(message.intentSeq) : $util.Long.fromBits(message.intentSeq.low >>> 0, message.intentSeq.high >>> 0, true).toBigInt();
                    else if (typeof message.intentSeq === "number")
                        object.intentSeq = options.longs === $String ? $String(message.intentSeq) : message.intentSeq;
                    else
                        object.intentSeq = options.longs === $String ? $util.Long.prototype.toString.call(message.intentSeq) : options.longs === $Number ? new $util.LongBits(message.intentSeq.low >>> 0, message.intentSeq.high >>> 0).toNumber(true) : message.intentSeq;
                if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome"))
                    object.outcome = options.enums === $String ? $root.driftbox.v1.UnlockOutcome[message.outcome] === $undefined ? message.outcome : $root.driftbox.v1.UnlockOutcome[message.outcome] : message.outcome;
                if (message.detail != null && $Object.hasOwnProperty.call(message, "detail"))
                    object.detail = message.detail;
                return object;
            };

            UnlockConcluded.prototype.toJSON = function() {
                return UnlockConcluded.toObject(this, $protobuf.util.toJSONOptions);
            };

            UnlockConcluded.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.UnlockConcluded";
            };

            return UnlockConcluded;
        })();

        v1.DoorOpened = (function() {

            const DoorOpened = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            DoorOpened.prototype.box = "";
            DoorOpened.prototype.compartment = 0;
            DoorOpened.prototype.grantSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            DoorOpened.prototype.person = "";

            DoorOpened.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.box != null && $Object.hasOwnProperty.call(message, "box") && message.box !== "")
                    writer.uint32(10).string(message.box);
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment") && message.compartment !== 0)
                    writer.uint32(16).uint32(message.compartment);
                if (message.grantSeq != null && $Object.hasOwnProperty.call(message, "grantSeq") && (typeof message.grantSeq === "object" ? message.grantSeq.low || message.grantSeq.high : message.grantSeq !== 0))
                    writer.uint32(24).uint64(message.grantSeq);
                if (message.person != null && $Object.hasOwnProperty.call(message, "person") && message.person !== "")
                    writer.uint32(34).string(message.person);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            DoorOpened.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.DoorOpened();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.box = value;
                            else
                                delete message.box;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.compartment = value;
                            else
                                delete message.compartment;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.grantSeq = value;
                            else
                                delete message.grantSeq;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.person = value;
                            else
                                delete message.person;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            DoorOpened.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.DoorOpened)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.DoorOpened: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.DoorOpened();
                if (object.box != null)
                    if (typeof object.box !== "string" || object.box.length)
                        message.box = $String(object.box);
                if (object.compartment != null)
                    if ($Number(object.compartment) !== 0)
                        message.compartment = object.compartment >>> 0;
                if (object.grantSeq != null)
                    if (typeof object.grantSeq === "object" ? object.grantSeq.low || object.grantSeq.high : $Number(object.grantSeq) !== 0)
                        if ($util.Long)
                            message.grantSeq = $util.Long.fromValue(object.grantSeq, true);
                        else if (typeof object.grantSeq === "string")
                            message.grantSeq = $parseInt(object.grantSeq, 10);
                        else if (typeof object.grantSeq === "number")
                            message.grantSeq = object.grantSeq;
                        else if (typeof object.grantSeq === "object")
                            message.grantSeq = new $util.LongBits(object.grantSeq.low >>> 0, object.grantSeq.high >>> 0).toNumber(true);
                if (object.person != null)
                    if (typeof object.person !== "string" || object.person.length)
                        message.person = $String(object.person);
                return message;
            };

            DoorOpened.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.box = "";
                    object.compartment = 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.grantSeq = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.grantSeq = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.person = "";
                }
                if (message.box != null && $Object.hasOwnProperty.call(message, "box"))
                    object.box = message.box;
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment"))
                    object.compartment = message.compartment;
                if (message.grantSeq != null && $Object.hasOwnProperty.call(message, "grantSeq"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.grantSeq = typeof message.grantSeq === "number" ? $BigInt(message.grantSeq) : $util.Long.fromBits(message.grantSeq.low >>> 0, message.grantSeq.high >>> 0, true).toBigInt();
                    else if (typeof message.grantSeq === "number")
                        object.grantSeq = options.longs === $String ? $String(message.grantSeq) : message.grantSeq;
                    else
                        object.grantSeq = options.longs === $String ? $util.Long.prototype.toString.call(message.grantSeq) : options.longs === $Number ? new $util.LongBits(message.grantSeq.low >>> 0, message.grantSeq.high >>> 0).toNumber(true) : message.grantSeq;
                if (message.person != null && $Object.hasOwnProperty.call(message, "person"))
                    object.person = message.person;
                return object;
            };

            DoorOpened.prototype.toJSON = function() {
                return DoorOpened.toObject(this, $protobuf.util.toJSONOptions);
            };

            DoorOpened.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.DoorOpened";
            };

            return DoorOpened;
        })();

        v1.DoorClosed = (function() {

            const DoorClosed = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            DoorClosed.prototype.box = "";
            DoorClosed.prototype.compartment = 0;
            DoorClosed.prototype.grantSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            DoorClosed.prototype.openMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            DoorClosed.prototype.presenceBefore = 0;
            DoorClosed.prototype.presenceAfter = 0;
            DoorClosed.prototype.result = 0;

            DoorClosed.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.box != null && $Object.hasOwnProperty.call(message, "box") && message.box !== "")
                    writer.uint32(10).string(message.box);
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment") && message.compartment !== 0)
                    writer.uint32(16).uint32(message.compartment);
                if (message.grantSeq != null && $Object.hasOwnProperty.call(message, "grantSeq") && (typeof message.grantSeq === "object" ? message.grantSeq.low || message.grantSeq.high : message.grantSeq !== 0))
                    writer.uint32(24).uint64(message.grantSeq);
                if (message.openMs != null && $Object.hasOwnProperty.call(message, "openMs") && (typeof message.openMs === "object" ? message.openMs.low || message.openMs.high : message.openMs !== 0))
                    writer.uint32(32).uint64(message.openMs);
                if (message.presenceBefore != null && $Object.hasOwnProperty.call(message, "presenceBefore") && message.presenceBefore !== 0)
                    writer.uint32(40).int32(message.presenceBefore);
                if (message.presenceAfter != null && $Object.hasOwnProperty.call(message, "presenceAfter") && message.presenceAfter !== 0)
                    writer.uint32(48).int32(message.presenceAfter);
                if (message.result != null && $Object.hasOwnProperty.call(message, "result") && message.result !== 0)
                    writer.uint32(56).int32(message.result);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            DoorClosed.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.DoorClosed();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.box = value;
                            else
                                delete message.box;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.compartment = value;
                            else
                                delete message.compartment;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.grantSeq = value;
                            else
                                delete message.grantSeq;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.openMs = value;
                            else
                                delete message.openMs;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.presenceBefore = value;
                            else
                                delete message.presenceBefore;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.presenceAfter = value;
                            else
                                delete message.presenceAfter;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.result = value;
                            else
                                delete message.result;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            DoorClosed.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.DoorClosed)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.DoorClosed: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.DoorClosed();
                if (object.box != null)
                    if (typeof object.box !== "string" || object.box.length)
                        message.box = $String(object.box);
                if (object.compartment != null)
                    if ($Number(object.compartment) !== 0)
                        message.compartment = object.compartment >>> 0;
                if (object.grantSeq != null)
                    if (typeof object.grantSeq === "object" ? object.grantSeq.low || object.grantSeq.high : $Number(object.grantSeq) !== 0)
                        if ($util.Long)
                            message.grantSeq = $util.Long.fromValue(object.grantSeq, true);
                        else if (typeof object.grantSeq === "string")
                            message.grantSeq = $parseInt(object.grantSeq, 10);
                        else if (typeof object.grantSeq === "number")
                            message.grantSeq = object.grantSeq;
                        else if (typeof object.grantSeq === "object")
                            message.grantSeq = new $util.LongBits(object.grantSeq.low >>> 0, object.grantSeq.high >>> 0).toNumber(true);
                if (object.openMs != null)
                    if (typeof object.openMs === "object" ? object.openMs.low || object.openMs.high : $Number(object.openMs) !== 0)
                        if ($util.Long)
                            message.openMs = $util.Long.fromValue(object.openMs, true);
                        else if (typeof object.openMs === "string")
                            message.openMs = $parseInt(object.openMs, 10);
                        else if (typeof object.openMs === "number")
                            message.openMs = object.openMs;
                        else if (typeof object.openMs === "object")
                            message.openMs = new $util.LongBits(object.openMs.low >>> 0, object.openMs.high >>> 0).toNumber(true);
                if (object.presenceBefore !== 0 && (typeof object.presenceBefore !== "string" || $root.driftbox.v1.Presence[object.presenceBefore] !== 0))
                    switch (object.presenceBefore) {
                    case "PRESENCE_UNSPECIFIED":
                    case 0:
                        message.presenceBefore = 0;
                        break;
                    case "PRESENCE_EMPTY":
                    case 1:
                        message.presenceBefore = 1;
                        break;
                    case "PRESENCE_OCCUPIED":
                    case 2:
                        message.presenceBefore = 2;
                        break;
                    case "PRESENCE_UNKNOWN":
                    case 3:
                        message.presenceBefore = 3;
                        break;
                    default:
                        if (typeof object.presenceBefore === "number" && (object.presenceBefore | 0) === object.presenceBefore)
                            message.presenceBefore = object.presenceBefore;
                    }
                if (object.presenceAfter !== 0 && (typeof object.presenceAfter !== "string" || $root.driftbox.v1.Presence[object.presenceAfter] !== 0))
                    switch (object.presenceAfter) {
                    case "PRESENCE_UNSPECIFIED":
                    case 0:
                        message.presenceAfter = 0;
                        break;
                    case "PRESENCE_EMPTY":
                    case 1:
                        message.presenceAfter = 1;
                        break;
                    case "PRESENCE_OCCUPIED":
                    case 2:
                        message.presenceAfter = 2;
                        break;
                    case "PRESENCE_UNKNOWN":
                    case 3:
                        message.presenceAfter = 3;
                        break;
                    default:
                        if (typeof object.presenceAfter === "number" && (object.presenceAfter | 0) === object.presenceAfter)
                            message.presenceAfter = object.presenceAfter;
                    }
                if (object.result !== 0 && (typeof object.result !== "string" || $root.driftbox.v1.SessionResult[object.result] !== 0))
                    switch (object.result) {
                    case "SESSION_RESULT_UNSPECIFIED":
                    case 0:
                        message.result = 0;
                        break;
                    case "SESSION_RESULT_DEPOSITED":
                    case 1:
                        message.result = 1;
                        break;
                    case "SESSION_RESULT_COLLECTED":
                    case 2:
                        message.result = 2;
                        break;
                    case "SESSION_RESULT_NOTHING_MOVED":
                    case 3:
                        message.result = 3;
                        break;
                    case "SESSION_RESULT_UNVERIFIED":
                    case 4:
                        message.result = 4;
                        break;
                    case "SESSION_RESULT_NO_SESSION":
                    case 5:
                        message.result = 5;
                        break;
                    case "SESSION_RESULT_EXCHANGED":
                    case 6:
                        message.result = 6;
                        break;
                    default:
                        if (typeof object.result === "number" && (object.result | 0) === object.result)
                            message.result = object.result;
                    }
                return message;
            };

            DoorClosed.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.box = "";
                    object.compartment = 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.grantSeq = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.grantSeq = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.openMs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.openMs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.presenceBefore = options.enums === $String ? "PRESENCE_UNSPECIFIED" : 0;
                    object.presenceAfter = options.enums === $String ? "PRESENCE_UNSPECIFIED" : 0;
                    object.result = options.enums === $String ? "SESSION_RESULT_UNSPECIFIED" : 0;
                }
                if (message.box != null && $Object.hasOwnProperty.call(message, "box"))
                    object.box = message.box;
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment"))
                    object.compartment = message.compartment;
                if (message.grantSeq != null && $Object.hasOwnProperty.call(message, "grantSeq"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.grantSeq = typeof message.grantSeq === "number" ? $BigInt(message.grantSeq) : $util.Long.fromBits(message.grantSeq.low >>> 0, message.grantSeq.high >>> 0, true).toBigInt();
                    else if (typeof message.grantSeq === "number")
                        object.grantSeq = options.longs === $String ? $String(message.grantSeq) : message.grantSeq;
                    else
                        object.grantSeq = options.longs === $String ? $util.Long.prototype.toString.call(message.grantSeq) : options.longs === $Number ? new $util.LongBits(message.grantSeq.low >>> 0, message.grantSeq.high >>> 0).toNumber(true) : message.grantSeq;
                if (message.openMs != null && $Object.hasOwnProperty.call(message, "openMs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.openMs = typeof message.openMs === "number" ? $BigInt(message.openMs) : $util.Long.fromBits(message.openMs.low >>> 0, message.openMs.high >>> 0, true).toBigInt();
                    else if (typeof message.openMs === "number")
                        object.openMs = options.longs === $String ? $String(message.openMs) : message.openMs;
                    else
                        object.openMs = options.longs === $String ? $util.Long.prototype.toString.call(message.openMs) : options.longs === $Number ? new $util.LongBits(message.openMs.low >>> 0, message.openMs.high >>> 0).toNumber(true) : message.openMs;
                if (message.presenceBefore != null && $Object.hasOwnProperty.call(message, "presenceBefore"))
                    object.presenceBefore = options.enums === $String ? $root.driftbox.v1.Presence[message.presenceBefore] === $undefined ? message.presenceBefore : $root.driftbox.v1.Presence[message.presenceBefore] : message.presenceBefore;
                if (message.presenceAfter != null && $Object.hasOwnProperty.call(message, "presenceAfter"))
                    object.presenceAfter = options.enums === $String ? $root.driftbox.v1.Presence[message.presenceAfter] === $undefined ? message.presenceAfter : $root.driftbox.v1.Presence[message.presenceAfter] : message.presenceAfter;
                if (message.result != null && $Object.hasOwnProperty.call(message, "result"))
                    object.result = options.enums === $String ? $root.driftbox.v1.SessionResult[message.result] === $undefined ? message.result : $root.driftbox.v1.SessionResult[message.result] : message.result;
                return object;
            };

            DoorClosed.prototype.toJSON = function() {
                return DoorClosed.toObject(this, $protobuf.util.toJSONOptions);
            };

            DoorClosed.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.DoorClosed";
            };

            return DoorClosed;
        })();

        v1.DoorForced = (function() {

            const DoorForced = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            DoorForced.prototype.box = "";
            DoorForced.prototype.compartment = 0;

            DoorForced.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.box != null && $Object.hasOwnProperty.call(message, "box") && message.box !== "")
                    writer.uint32(10).string(message.box);
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment") && message.compartment !== 0)
                    writer.uint32(16).uint32(message.compartment);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            DoorForced.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.DoorForced();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.box = value;
                            else
                                delete message.box;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.compartment = value;
                            else
                                delete message.compartment;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            DoorForced.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.DoorForced)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.DoorForced: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.DoorForced();
                if (object.box != null)
                    if (typeof object.box !== "string" || object.box.length)
                        message.box = $String(object.box);
                if (object.compartment != null)
                    if ($Number(object.compartment) !== 0)
                        message.compartment = object.compartment >>> 0;
                return message;
            };

            DoorForced.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.box = "";
                    object.compartment = 0;
                }
                if (message.box != null && $Object.hasOwnProperty.call(message, "box"))
                    object.box = message.box;
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment"))
                    object.compartment = message.compartment;
                return object;
            };

            DoorForced.prototype.toJSON = function() {
                return DoorForced.toObject(this, $protobuf.util.toJSONOptions);
            };

            DoorForced.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.DoorForced";
            };

            return DoorForced;
        })();

        v1.DoorHeldOpen = (function() {

            const DoorHeldOpen = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            DoorHeldOpen.prototype.box = "";
            DoorHeldOpen.prototype.compartment = 0;
            DoorHeldOpen.prototype.grantSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            DoorHeldOpen.prototype.openMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            DoorHeldOpen.prototype.stage = 0;

            DoorHeldOpen.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.box != null && $Object.hasOwnProperty.call(message, "box") && message.box !== "")
                    writer.uint32(10).string(message.box);
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment") && message.compartment !== 0)
                    writer.uint32(16).uint32(message.compartment);
                if (message.grantSeq != null && $Object.hasOwnProperty.call(message, "grantSeq") && (typeof message.grantSeq === "object" ? message.grantSeq.low || message.grantSeq.high : message.grantSeq !== 0))
                    writer.uint32(24).uint64(message.grantSeq);
                if (message.openMs != null && $Object.hasOwnProperty.call(message, "openMs") && (typeof message.openMs === "object" ? message.openMs.low || message.openMs.high : message.openMs !== 0))
                    writer.uint32(32).uint64(message.openMs);
                if (message.stage != null && $Object.hasOwnProperty.call(message, "stage") && message.stage !== 0)
                    writer.uint32(40).uint32(message.stage);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            DoorHeldOpen.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.DoorHeldOpen();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.box = value;
                            else
                                delete message.box;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.compartment = value;
                            else
                                delete message.compartment;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.grantSeq = value;
                            else
                                delete message.grantSeq;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.openMs = value;
                            else
                                delete message.openMs;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.stage = value;
                            else
                                delete message.stage;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            DoorHeldOpen.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.DoorHeldOpen)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.DoorHeldOpen: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.DoorHeldOpen();
                if (object.box != null)
                    if (typeof object.box !== "string" || object.box.length)
                        message.box = $String(object.box);
                if (object.compartment != null)
                    if ($Number(object.compartment) !== 0)
                        message.compartment = object.compartment >>> 0;
                if (object.grantSeq != null)
                    if (typeof object.grantSeq === "object" ? object.grantSeq.low || object.grantSeq.high : $Number(object.grantSeq) !== 0)
                        if ($util.Long)
                            message.grantSeq = $util.Long.fromValue(object.grantSeq, true);
                        else if (typeof object.grantSeq === "string")
                            message.grantSeq = $parseInt(object.grantSeq, 10);
                        else if (typeof object.grantSeq === "number")
                            message.grantSeq = object.grantSeq;
                        else if (typeof object.grantSeq === "object")
                            message.grantSeq = new $util.LongBits(object.grantSeq.low >>> 0, object.grantSeq.high >>> 0).toNumber(true);
                if (object.openMs != null)
                    if (typeof object.openMs === "object" ? object.openMs.low || object.openMs.high : $Number(object.openMs) !== 0)
                        if ($util.Long)
                            message.openMs = $util.Long.fromValue(object.openMs, true);
                        else if (typeof object.openMs === "string")
                            message.openMs = $parseInt(object.openMs, 10);
                        else if (typeof object.openMs === "number")
                            message.openMs = object.openMs;
                        else if (typeof object.openMs === "object")
                            message.openMs = new $util.LongBits(object.openMs.low >>> 0, object.openMs.high >>> 0).toNumber(true);
                if (object.stage != null)
                    if ($Number(object.stage) !== 0)
                        message.stage = object.stage >>> 0;
                return message;
            };

            DoorHeldOpen.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.box = "";
                    object.compartment = 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.grantSeq = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.grantSeq = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.openMs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.openMs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.stage = 0;
                }
                if (message.box != null && $Object.hasOwnProperty.call(message, "box"))
                    object.box = message.box;
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment"))
                    object.compartment = message.compartment;
                if (message.grantSeq != null && $Object.hasOwnProperty.call(message, "grantSeq"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.grantSeq = typeof message.grantSeq === "number" ? $BigInt(message.grantSeq) : $util.Long.fromBits(message.grantSeq.low >>> 0, message.grantSeq.high >>> 0, true).toBigInt();
                    else if (typeof message.grantSeq === "number")
                        object.grantSeq = options.longs === $String ? $String(message.grantSeq) : message.grantSeq;
                    else
                        object.grantSeq = options.longs === $String ? $util.Long.prototype.toString.call(message.grantSeq) : options.longs === $Number ? new $util.LongBits(message.grantSeq.low >>> 0, message.grantSeq.high >>> 0).toNumber(true) : message.grantSeq;
                if (message.openMs != null && $Object.hasOwnProperty.call(message, "openMs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.openMs = typeof message.openMs === "number" ? $BigInt(message.openMs) : $util.Long.fromBits(message.openMs.low >>> 0, message.openMs.high >>> 0, true).toBigInt();
                    else if (typeof message.openMs === "number")
                        object.openMs = options.longs === $String ? $String(message.openMs) : message.openMs;
                    else
                        object.openMs = options.longs === $String ? $util.Long.prototype.toString.call(message.openMs) : options.longs === $Number ? new $util.LongBits(message.openMs.low >>> 0, message.openMs.high >>> 0).toNumber(true) : message.openMs;
                if (message.stage != null && $Object.hasOwnProperty.call(message, "stage"))
                    object.stage = message.stage;
                return object;
            };

            DoorHeldOpen.prototype.toJSON = function() {
                return DoorHeldOpen.toObject(this, $protobuf.util.toJSONOptions);
            };

            DoorHeldOpen.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.DoorHeldOpen";
            };

            return DoorHeldOpen;
        })();

        v1.DoorAjar = (function() {

            const DoorAjar = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            DoorAjar.prototype.box = "";
            DoorAjar.prototype.compartment = 0;
            DoorAjar.prototype.grantSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            DoorAjar.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.box != null && $Object.hasOwnProperty.call(message, "box") && message.box !== "")
                    writer.uint32(10).string(message.box);
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment") && message.compartment !== 0)
                    writer.uint32(16).uint32(message.compartment);
                if (message.grantSeq != null && $Object.hasOwnProperty.call(message, "grantSeq") && (typeof message.grantSeq === "object" ? message.grantSeq.low || message.grantSeq.high : message.grantSeq !== 0))
                    writer.uint32(24).uint64(message.grantSeq);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            DoorAjar.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.DoorAjar();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.box = value;
                            else
                                delete message.box;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.compartment = value;
                            else
                                delete message.compartment;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.grantSeq = value;
                            else
                                delete message.grantSeq;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            DoorAjar.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.DoorAjar)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.DoorAjar: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.DoorAjar();
                if (object.box != null)
                    if (typeof object.box !== "string" || object.box.length)
                        message.box = $String(object.box);
                if (object.compartment != null)
                    if ($Number(object.compartment) !== 0)
                        message.compartment = object.compartment >>> 0;
                if (object.grantSeq != null)
                    if (typeof object.grantSeq === "object" ? object.grantSeq.low || object.grantSeq.high : $Number(object.grantSeq) !== 0)
                        if ($util.Long)
                            message.grantSeq = $util.Long.fromValue(object.grantSeq, true);
                        else if (typeof object.grantSeq === "string")
                            message.grantSeq = $parseInt(object.grantSeq, 10);
                        else if (typeof object.grantSeq === "number")
                            message.grantSeq = object.grantSeq;
                        else if (typeof object.grantSeq === "object")
                            message.grantSeq = new $util.LongBits(object.grantSeq.low >>> 0, object.grantSeq.high >>> 0).toNumber(true);
                return message;
            };

            DoorAjar.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.box = "";
                    object.compartment = 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.grantSeq = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.grantSeq = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.box != null && $Object.hasOwnProperty.call(message, "box"))
                    object.box = message.box;
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment"))
                    object.compartment = message.compartment;
                if (message.grantSeq != null && $Object.hasOwnProperty.call(message, "grantSeq"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.grantSeq = typeof message.grantSeq === "number" ? $BigInt(message.grantSeq) : $util.Long.fromBits(message.grantSeq.low >>> 0, message.grantSeq.high >>> 0, true).toBigInt();
                    else if (typeof message.grantSeq === "number")
                        object.grantSeq = options.longs === $String ? $String(message.grantSeq) : message.grantSeq;
                    else
                        object.grantSeq = options.longs === $String ? $util.Long.prototype.toString.call(message.grantSeq) : options.longs === $Number ? new $util.LongBits(message.grantSeq.low >>> 0, message.grantSeq.high >>> 0).toNumber(true) : message.grantSeq;
                return object;
            };

            DoorAjar.prototype.toJSON = function() {
                return DoorAjar.toObject(this, $protobuf.util.toJSONOptions);
            };

            DoorAjar.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.DoorAjar";
            };

            return DoorAjar;
        })();

        v1.LockFaulted = (function() {

            const LockFaulted = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            LockFaulted.prototype.box = "";
            LockFaulted.prototype.compartment = 0;
            LockFaulted.prototype.fault = 0;
            LockFaulted.prototype.attempts = 0;

            LockFaulted.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.box != null && $Object.hasOwnProperty.call(message, "box") && message.box !== "")
                    writer.uint32(10).string(message.box);
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment") && message.compartment !== 0)
                    writer.uint32(16).uint32(message.compartment);
                if (message.fault != null && $Object.hasOwnProperty.call(message, "fault") && message.fault !== 0)
                    writer.uint32(24).int32(message.fault);
                if (message.attempts != null && $Object.hasOwnProperty.call(message, "attempts") && message.attempts !== 0)
                    writer.uint32(32).uint32(message.attempts);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            LockFaulted.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.LockFaulted();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.box = value;
                            else
                                delete message.box;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.compartment = value;
                            else
                                delete message.compartment;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.fault = value;
                            else
                                delete message.fault;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempts = value;
                            else
                                delete message.attempts;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            LockFaulted.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.LockFaulted)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.LockFaulted: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.LockFaulted();
                if (object.box != null)
                    if (typeof object.box !== "string" || object.box.length)
                        message.box = $String(object.box);
                if (object.compartment != null)
                    if ($Number(object.compartment) !== 0)
                        message.compartment = object.compartment >>> 0;
                if (object.fault !== 0 && (typeof object.fault !== "string" || $root.driftbox.v1.LockFault[object.fault] !== 0))
                    switch (object.fault) {
                    case "LOCK_FAULT_UNSPECIFIED":
                    case 0:
                        message.fault = 0;
                        break;
                    case "LOCK_FAULT_JAMMED":
                    case 1:
                        message.fault = 1;
                        break;
                    case "LOCK_FAULT_NOT_LATCHED":
                    case 2:
                        message.fault = 2;
                        break;
                    case "LOCK_FAULT_OPENED_UNASKED":
                    case 3:
                        message.fault = 3;
                        break;
                    case "LOCK_FAULT_BOARD_OFFLINE":
                    case 4:
                        message.fault = 4;
                        break;
                    default:
                        if (typeof object.fault === "number" && (object.fault | 0) === object.fault)
                            message.fault = object.fault;
                    }
                if (object.attempts != null)
                    if ($Number(object.attempts) !== 0)
                        message.attempts = object.attempts >>> 0;
                return message;
            };

            LockFaulted.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.box = "";
                    object.compartment = 0;
                    object.fault = options.enums === $String ? "LOCK_FAULT_UNSPECIFIED" : 0;
                    object.attempts = 0;
                }
                if (message.box != null && $Object.hasOwnProperty.call(message, "box"))
                    object.box = message.box;
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment"))
                    object.compartment = message.compartment;
                if (message.fault != null && $Object.hasOwnProperty.call(message, "fault"))
                    object.fault = options.enums === $String ? $root.driftbox.v1.LockFault[message.fault] === $undefined ? message.fault : $root.driftbox.v1.LockFault[message.fault] : message.fault;
                if (message.attempts != null && $Object.hasOwnProperty.call(message, "attempts"))
                    object.attempts = message.attempts;
                return object;
            };

            LockFaulted.prototype.toJSON = function() {
                return LockFaulted.toObject(this, $protobuf.util.toJSONOptions);
            };

            LockFaulted.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.LockFaulted";
            };

            return LockFaulted;
        })();

        v1.OverrideUsed = (function() {

            const OverrideUsed = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            OverrideUsed.prototype.box = "";
            OverrideUsed.prototype.compartment = 0;

            OverrideUsed.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.box != null && $Object.hasOwnProperty.call(message, "box") && message.box !== "")
                    writer.uint32(10).string(message.box);
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment") && message.compartment !== 0)
                    writer.uint32(16).uint32(message.compartment);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            OverrideUsed.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.OverrideUsed();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.box = value;
                            else
                                delete message.box;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.compartment = value;
                            else
                                delete message.compartment;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            OverrideUsed.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.OverrideUsed)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.OverrideUsed: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.OverrideUsed();
                if (object.box != null)
                    if (typeof object.box !== "string" || object.box.length)
                        message.box = $String(object.box);
                if (object.compartment != null)
                    if ($Number(object.compartment) !== 0)
                        message.compartment = object.compartment >>> 0;
                return message;
            };

            OverrideUsed.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.box = "";
                    object.compartment = 0;
                }
                if (message.box != null && $Object.hasOwnProperty.call(message, "box"))
                    object.box = message.box;
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment"))
                    object.compartment = message.compartment;
                return object;
            };

            OverrideUsed.prototype.toJSON = function() {
                return OverrideUsed.toObject(this, $protobuf.util.toJSONOptions);
            };

            OverrideUsed.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.OverrideUsed";
            };

            return OverrideUsed;
        })();

        v1.ParcelDeposited = (function() {

            const ParcelDeposited = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ParcelDeposited.prototype.box = "";
            ParcelDeposited.prototype.compartment = 0;
            ParcelDeposited.prototype.parcel = "";
            ParcelDeposited.prototype.person = "";
            ParcelDeposited.prototype.grantSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ParcelDeposited.prototype.evidence = 0;

            ParcelDeposited.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.box != null && $Object.hasOwnProperty.call(message, "box") && message.box !== "")
                    writer.uint32(10).string(message.box);
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment") && message.compartment !== 0)
                    writer.uint32(16).uint32(message.compartment);
                if (message.parcel != null && $Object.hasOwnProperty.call(message, "parcel") && message.parcel !== "")
                    writer.uint32(26).string(message.parcel);
                if (message.person != null && $Object.hasOwnProperty.call(message, "person") && message.person !== "")
                    writer.uint32(34).string(message.person);
                if (message.grantSeq != null && $Object.hasOwnProperty.call(message, "grantSeq") && (typeof message.grantSeq === "object" ? message.grantSeq.low || message.grantSeq.high : message.grantSeq !== 0))
                    writer.uint32(40).uint64(message.grantSeq);
                if (message.evidence != null && $Object.hasOwnProperty.call(message, "evidence") && message.evidence !== 0)
                    writer.uint32(48).int32(message.evidence);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ParcelDeposited.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.ParcelDeposited();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.box = value;
                            else
                                delete message.box;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.compartment = value;
                            else
                                delete message.compartment;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.parcel = value;
                            else
                                delete message.parcel;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.person = value;
                            else
                                delete message.person;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.grantSeq = value;
                            else
                                delete message.grantSeq;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.evidence = value;
                            else
                                delete message.evidence;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ParcelDeposited.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.ParcelDeposited)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.ParcelDeposited: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.ParcelDeposited();
                if (object.box != null)
                    if (typeof object.box !== "string" || object.box.length)
                        message.box = $String(object.box);
                if (object.compartment != null)
                    if ($Number(object.compartment) !== 0)
                        message.compartment = object.compartment >>> 0;
                if (object.parcel != null)
                    if (typeof object.parcel !== "string" || object.parcel.length)
                        message.parcel = $String(object.parcel);
                if (object.person != null)
                    if (typeof object.person !== "string" || object.person.length)
                        message.person = $String(object.person);
                if (object.grantSeq != null)
                    if (typeof object.grantSeq === "object" ? object.grantSeq.low || object.grantSeq.high : $Number(object.grantSeq) !== 0)
                        if ($util.Long)
                            message.grantSeq = $util.Long.fromValue(object.grantSeq, true);
                        else if (typeof object.grantSeq === "string")
                            message.grantSeq = $parseInt(object.grantSeq, 10);
                        else if (typeof object.grantSeq === "number")
                            message.grantSeq = object.grantSeq;
                        else if (typeof object.grantSeq === "object")
                            message.grantSeq = new $util.LongBits(object.grantSeq.low >>> 0, object.grantSeq.high >>> 0).toNumber(true);
                if (object.evidence !== 0 && (typeof object.evidence !== "string" || $root.driftbox.v1.Evidence[object.evidence] !== 0))
                    switch (object.evidence) {
                    case "EVIDENCE_UNSPECIFIED":
                    case 0:
                        message.evidence = 0;
                        break;
                    case "EVIDENCE_TAG_AND_PRESENCE":
                    case 1:
                        message.evidence = 1;
                        break;
                    case "EVIDENCE_TAG_ONLY":
                    case 2:
                        message.evidence = 2;
                        break;
                    case "EVIDENCE_PRESENCE_ONLY":
                    case 3:
                        message.evidence = 3;
                        break;
                    default:
                        if (typeof object.evidence === "number" && (object.evidence | 0) === object.evidence)
                            message.evidence = object.evidence;
                    }
                return message;
            };

            ParcelDeposited.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.box = "";
                    object.compartment = 0;
                    object.parcel = "";
                    object.person = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.grantSeq = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.grantSeq = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.evidence = options.enums === $String ? "EVIDENCE_UNSPECIFIED" : 0;
                }
                if (message.box != null && $Object.hasOwnProperty.call(message, "box"))
                    object.box = message.box;
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment"))
                    object.compartment = message.compartment;
                if (message.parcel != null && $Object.hasOwnProperty.call(message, "parcel"))
                    object.parcel = message.parcel;
                if (message.person != null && $Object.hasOwnProperty.call(message, "person"))
                    object.person = message.person;
                if (message.grantSeq != null && $Object.hasOwnProperty.call(message, "grantSeq"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.grantSeq = typeof message.grantSeq === "number" ? $BigInt(message.grantSeq) : $util.Long.fromBits(message.grantSeq.low >>> 0, message.grantSeq.high >>> 0, true).toBigInt();
                    else if (typeof message.grantSeq === "number")
                        object.grantSeq = options.longs === $String ? $String(message.grantSeq) : message.grantSeq;
                    else
                        object.grantSeq = options.longs === $String ? $util.Long.prototype.toString.call(message.grantSeq) : options.longs === $Number ? new $util.LongBits(message.grantSeq.low >>> 0, message.grantSeq.high >>> 0).toNumber(true) : message.grantSeq;
                if (message.evidence != null && $Object.hasOwnProperty.call(message, "evidence"))
                    object.evidence = options.enums === $String ? $root.driftbox.v1.Evidence[message.evidence] === $undefined ? message.evidence : $root.driftbox.v1.Evidence[message.evidence] : message.evidence;
                return object;
            };

            ParcelDeposited.prototype.toJSON = function() {
                return ParcelDeposited.toObject(this, $protobuf.util.toJSONOptions);
            };

            ParcelDeposited.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.ParcelDeposited";
            };

            return ParcelDeposited;
        })();

        v1.ParcelCollected = (function() {

            const ParcelCollected = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ParcelCollected.prototype.box = "";
            ParcelCollected.prototype.compartment = 0;
            ParcelCollected.prototype.parcel = "";
            ParcelCollected.prototype.person = "";
            ParcelCollected.prototype.grantSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ParcelCollected.prototype.evidence = 0;

            ParcelCollected.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.box != null && $Object.hasOwnProperty.call(message, "box") && message.box !== "")
                    writer.uint32(10).string(message.box);
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment") && message.compartment !== 0)
                    writer.uint32(16).uint32(message.compartment);
                if (message.parcel != null && $Object.hasOwnProperty.call(message, "parcel") && message.parcel !== "")
                    writer.uint32(26).string(message.parcel);
                if (message.person != null && $Object.hasOwnProperty.call(message, "person") && message.person !== "")
                    writer.uint32(34).string(message.person);
                if (message.grantSeq != null && $Object.hasOwnProperty.call(message, "grantSeq") && (typeof message.grantSeq === "object" ? message.grantSeq.low || message.grantSeq.high : message.grantSeq !== 0))
                    writer.uint32(40).uint64(message.grantSeq);
                if (message.evidence != null && $Object.hasOwnProperty.call(message, "evidence") && message.evidence !== 0)
                    writer.uint32(48).int32(message.evidence);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ParcelCollected.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.ParcelCollected();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.box = value;
                            else
                                delete message.box;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.compartment = value;
                            else
                                delete message.compartment;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.parcel = value;
                            else
                                delete message.parcel;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.person = value;
                            else
                                delete message.person;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.grantSeq = value;
                            else
                                delete message.grantSeq;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.evidence = value;
                            else
                                delete message.evidence;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ParcelCollected.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.ParcelCollected)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.ParcelCollected: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.ParcelCollected();
                if (object.box != null)
                    if (typeof object.box !== "string" || object.box.length)
                        message.box = $String(object.box);
                if (object.compartment != null)
                    if ($Number(object.compartment) !== 0)
                        message.compartment = object.compartment >>> 0;
                if (object.parcel != null)
                    if (typeof object.parcel !== "string" || object.parcel.length)
                        message.parcel = $String(object.parcel);
                if (object.person != null)
                    if (typeof object.person !== "string" || object.person.length)
                        message.person = $String(object.person);
                if (object.grantSeq != null)
                    if (typeof object.grantSeq === "object" ? object.grantSeq.low || object.grantSeq.high : $Number(object.grantSeq) !== 0)
                        if ($util.Long)
                            message.grantSeq = $util.Long.fromValue(object.grantSeq, true);
                        else if (typeof object.grantSeq === "string")
                            message.grantSeq = $parseInt(object.grantSeq, 10);
                        else if (typeof object.grantSeq === "number")
                            message.grantSeq = object.grantSeq;
                        else if (typeof object.grantSeq === "object")
                            message.grantSeq = new $util.LongBits(object.grantSeq.low >>> 0, object.grantSeq.high >>> 0).toNumber(true);
                if (object.evidence !== 0 && (typeof object.evidence !== "string" || $root.driftbox.v1.Evidence[object.evidence] !== 0))
                    switch (object.evidence) {
                    case "EVIDENCE_UNSPECIFIED":
                    case 0:
                        message.evidence = 0;
                        break;
                    case "EVIDENCE_TAG_AND_PRESENCE":
                    case 1:
                        message.evidence = 1;
                        break;
                    case "EVIDENCE_TAG_ONLY":
                    case 2:
                        message.evidence = 2;
                        break;
                    case "EVIDENCE_PRESENCE_ONLY":
                    case 3:
                        message.evidence = 3;
                        break;
                    default:
                        if (typeof object.evidence === "number" && (object.evidence | 0) === object.evidence)
                            message.evidence = object.evidence;
                    }
                return message;
            };

            ParcelCollected.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.box = "";
                    object.compartment = 0;
                    object.parcel = "";
                    object.person = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.grantSeq = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.grantSeq = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.evidence = options.enums === $String ? "EVIDENCE_UNSPECIFIED" : 0;
                }
                if (message.box != null && $Object.hasOwnProperty.call(message, "box"))
                    object.box = message.box;
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment"))
                    object.compartment = message.compartment;
                if (message.parcel != null && $Object.hasOwnProperty.call(message, "parcel"))
                    object.parcel = message.parcel;
                if (message.person != null && $Object.hasOwnProperty.call(message, "person"))
                    object.person = message.person;
                if (message.grantSeq != null && $Object.hasOwnProperty.call(message, "grantSeq"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.grantSeq = typeof message.grantSeq === "number" ? $BigInt(message.grantSeq) : $util.Long.fromBits(message.grantSeq.low >>> 0, message.grantSeq.high >>> 0, true).toBigInt();
                    else if (typeof message.grantSeq === "number")
                        object.grantSeq = options.longs === $String ? $String(message.grantSeq) : message.grantSeq;
                    else
                        object.grantSeq = options.longs === $String ? $util.Long.prototype.toString.call(message.grantSeq) : options.longs === $Number ? new $util.LongBits(message.grantSeq.low >>> 0, message.grantSeq.high >>> 0).toNumber(true) : message.grantSeq;
                if (message.evidence != null && $Object.hasOwnProperty.call(message, "evidence"))
                    object.evidence = options.enums === $String ? $root.driftbox.v1.Evidence[message.evidence] === $undefined ? message.evidence : $root.driftbox.v1.Evidence[message.evidence] : message.evidence;
                return object;
            };

            ParcelCollected.prototype.toJSON = function() {
                return ParcelCollected.toObject(this, $protobuf.util.toJSONOptions);
            };

            ParcelCollected.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.ParcelCollected";
            };

            return ParcelCollected;
        })();

        v1.BoxEmptied = (function() {

            const BoxEmptied = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            BoxEmptied.prototype.box = "";
            BoxEmptied.prototype.person = "";
            BoxEmptied.prototype.grantSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            BoxEmptied.prototype.confirmed = false;
            BoxEmptied.prototype.parcelCount = 0;

            BoxEmptied.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.box != null && $Object.hasOwnProperty.call(message, "box") && message.box !== "")
                    writer.uint32(10).string(message.box);
                if (message.person != null && $Object.hasOwnProperty.call(message, "person") && message.person !== "")
                    writer.uint32(18).string(message.person);
                if (message.grantSeq != null && $Object.hasOwnProperty.call(message, "grantSeq") && (typeof message.grantSeq === "object" ? message.grantSeq.low || message.grantSeq.high : message.grantSeq !== 0))
                    writer.uint32(24).uint64(message.grantSeq);
                if (message.confirmed != null && $Object.hasOwnProperty.call(message, "confirmed") && message.confirmed !== false)
                    writer.uint32(32).bool(message.confirmed);
                if (message.parcelCount != null && $Object.hasOwnProperty.call(message, "parcelCount") && message.parcelCount !== 0)
                    writer.uint32(40).uint32(message.parcelCount);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            BoxEmptied.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.BoxEmptied();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.box = value;
                            else
                                delete message.box;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.person = value;
                            else
                                delete message.person;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.grantSeq = value;
                            else
                                delete message.grantSeq;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.confirmed = value;
                            else
                                delete message.confirmed;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.parcelCount = value;
                            else
                                delete message.parcelCount;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            BoxEmptied.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.BoxEmptied)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.BoxEmptied: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.BoxEmptied();
                if (object.box != null)
                    if (typeof object.box !== "string" || object.box.length)
                        message.box = $String(object.box);
                if (object.person != null)
                    if (typeof object.person !== "string" || object.person.length)
                        message.person = $String(object.person);
                if (object.grantSeq != null)
                    if (typeof object.grantSeq === "object" ? object.grantSeq.low || object.grantSeq.high : $Number(object.grantSeq) !== 0)
                        if ($util.Long)
                            message.grantSeq = $util.Long.fromValue(object.grantSeq, true);
                        else if (typeof object.grantSeq === "string")
                            message.grantSeq = $parseInt(object.grantSeq, 10);
                        else if (typeof object.grantSeq === "number")
                            message.grantSeq = object.grantSeq;
                        else if (typeof object.grantSeq === "object")
                            message.grantSeq = new $util.LongBits(object.grantSeq.low >>> 0, object.grantSeq.high >>> 0).toNumber(true);
                if (object.confirmed != null)
                    if (object.confirmed)
                        message.confirmed = $Boolean(object.confirmed);
                if (object.parcelCount != null)
                    if ($Number(object.parcelCount) !== 0)
                        message.parcelCount = object.parcelCount >>> 0;
                return message;
            };

            BoxEmptied.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.box = "";
                    object.person = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.grantSeq = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.grantSeq = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.confirmed = false;
                    object.parcelCount = 0;
                }
                if (message.box != null && $Object.hasOwnProperty.call(message, "box"))
                    object.box = message.box;
                if (message.person != null && $Object.hasOwnProperty.call(message, "person"))
                    object.person = message.person;
                if (message.grantSeq != null && $Object.hasOwnProperty.call(message, "grantSeq"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.grantSeq = typeof message.grantSeq === "number" ? $BigInt(message.grantSeq) : $util.Long.fromBits(message.grantSeq.low >>> 0, message.grantSeq.high >>> 0, true).toBigInt();
                    else if (typeof message.grantSeq === "number")
                        object.grantSeq = options.longs === $String ? $String(message.grantSeq) : message.grantSeq;
                    else
                        object.grantSeq = options.longs === $String ? $util.Long.prototype.toString.call(message.grantSeq) : options.longs === $Number ? new $util.LongBits(message.grantSeq.low >>> 0, message.grantSeq.high >>> 0).toNumber(true) : message.grantSeq;
                if (message.confirmed != null && $Object.hasOwnProperty.call(message, "confirmed"))
                    object.confirmed = message.confirmed;
                if (message.parcelCount != null && $Object.hasOwnProperty.call(message, "parcelCount"))
                    object.parcelCount = message.parcelCount;
                return object;
            };

            BoxEmptied.prototype.toJSON = function() {
                return BoxEmptied.toObject(this, $protobuf.util.toJSONOptions);
            };

            BoxEmptied.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.BoxEmptied";
            };

            return BoxEmptied;
        })();

        v1.ParcelUnaccounted = (function() {

            const ParcelUnaccounted = function (properties) {
                this.parcels = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ParcelUnaccounted.prototype.box = "";
            ParcelUnaccounted.prototype.compartment = 0;
            ParcelUnaccounted.prototype.parcels = $util.emptyArray;
            ParcelUnaccounted.prototype.presenceBefore = 0;
            ParcelUnaccounted.prototype.presenceAfter = 0;
            ParcelUnaccounted.prototype.lastPerson = "";

            ParcelUnaccounted.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.box != null && $Object.hasOwnProperty.call(message, "box") && message.box !== "")
                    writer.uint32(10).string(message.box);
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment") && message.compartment !== 0)
                    writer.uint32(16).uint32(message.compartment);
                if (message.parcels != null && message.parcels.length)
                    for (let i = 0; i < message.parcels.length; ++i)
                        writer.uint32(26).string(message.parcels[i]);
                if (message.presenceBefore != null && $Object.hasOwnProperty.call(message, "presenceBefore") && message.presenceBefore !== 0)
                    writer.uint32(32).int32(message.presenceBefore);
                if (message.presenceAfter != null && $Object.hasOwnProperty.call(message, "presenceAfter") && message.presenceAfter !== 0)
                    writer.uint32(40).int32(message.presenceAfter);
                if (message.lastPerson != null && $Object.hasOwnProperty.call(message, "lastPerson") && message.lastPerson !== "")
                    writer.uint32(50).string(message.lastPerson);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ParcelUnaccounted.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.ParcelUnaccounted();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.box = value;
                            else
                                delete message.box;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.compartment = value;
                            else
                                delete message.compartment;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.parcels && message.parcels.length))
                                message.parcels = [];
                            message.parcels.push(reader.stringVerify());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.presenceBefore = value;
                            else
                                delete message.presenceBefore;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.presenceAfter = value;
                            else
                                delete message.presenceAfter;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.lastPerson = value;
                            else
                                delete message.lastPerson;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ParcelUnaccounted.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.ParcelUnaccounted)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.ParcelUnaccounted: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.ParcelUnaccounted();
                if (object.box != null)
                    if (typeof object.box !== "string" || object.box.length)
                        message.box = $String(object.box);
                if (object.compartment != null)
                    if ($Number(object.compartment) !== 0)
                        message.compartment = object.compartment >>> 0;
                if (object.parcels) {
                    if (!$Array.isArray(object.parcels))
                        throw $TypeError(".driftbox.v1.ParcelUnaccounted.parcels: array expected");
                    message.parcels = $Array(object.parcels.length);
                    for (let i = 0; i < object.parcels.length; ++i)
                        message.parcels[i] = $String(object.parcels[i]);
                }
                if (object.presenceBefore !== 0 && (typeof object.presenceBefore !== "string" || $root.driftbox.v1.Presence[object.presenceBefore] !== 0))
                    switch (object.presenceBefore) {
                    case "PRESENCE_UNSPECIFIED":
                    case 0:
                        message.presenceBefore = 0;
                        break;
                    case "PRESENCE_EMPTY":
                    case 1:
                        message.presenceBefore = 1;
                        break;
                    case "PRESENCE_OCCUPIED":
                    case 2:
                        message.presenceBefore = 2;
                        break;
                    case "PRESENCE_UNKNOWN":
                    case 3:
                        message.presenceBefore = 3;
                        break;
                    default:
                        if (typeof object.presenceBefore === "number" && (object.presenceBefore | 0) === object.presenceBefore)
                            message.presenceBefore = object.presenceBefore;
                    }
                if (object.presenceAfter !== 0 && (typeof object.presenceAfter !== "string" || $root.driftbox.v1.Presence[object.presenceAfter] !== 0))
                    switch (object.presenceAfter) {
                    case "PRESENCE_UNSPECIFIED":
                    case 0:
                        message.presenceAfter = 0;
                        break;
                    case "PRESENCE_EMPTY":
                    case 1:
                        message.presenceAfter = 1;
                        break;
                    case "PRESENCE_OCCUPIED":
                    case 2:
                        message.presenceAfter = 2;
                        break;
                    case "PRESENCE_UNKNOWN":
                    case 3:
                        message.presenceAfter = 3;
                        break;
                    default:
                        if (typeof object.presenceAfter === "number" && (object.presenceAfter | 0) === object.presenceAfter)
                            message.presenceAfter = object.presenceAfter;
                    }
                if (object.lastPerson != null)
                    if (typeof object.lastPerson !== "string" || object.lastPerson.length)
                        message.lastPerson = $String(object.lastPerson);
                return message;
            };

            ParcelUnaccounted.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.parcels = [];
                if (options.defaults) {
                    object.box = "";
                    object.compartment = 0;
                    object.presenceBefore = options.enums === $String ? "PRESENCE_UNSPECIFIED" : 0;
                    object.presenceAfter = options.enums === $String ? "PRESENCE_UNSPECIFIED" : 0;
                    object.lastPerson = "";
                }
                if (message.box != null && $Object.hasOwnProperty.call(message, "box"))
                    object.box = message.box;
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment"))
                    object.compartment = message.compartment;
                if (message.parcels && message.parcels.length) {
                    object.parcels = $Array(message.parcels.length);
                    for (let j = 0; j < message.parcels.length; ++j)
                        object.parcels[j] = message.parcels[j];
                }
                if (message.presenceBefore != null && $Object.hasOwnProperty.call(message, "presenceBefore"))
                    object.presenceBefore = options.enums === $String ? $root.driftbox.v1.Presence[message.presenceBefore] === $undefined ? message.presenceBefore : $root.driftbox.v1.Presence[message.presenceBefore] : message.presenceBefore;
                if (message.presenceAfter != null && $Object.hasOwnProperty.call(message, "presenceAfter"))
                    object.presenceAfter = options.enums === $String ? $root.driftbox.v1.Presence[message.presenceAfter] === $undefined ? message.presenceAfter : $root.driftbox.v1.Presence[message.presenceAfter] : message.presenceAfter;
                if (message.lastPerson != null && $Object.hasOwnProperty.call(message, "lastPerson"))
                    object.lastPerson = message.lastPerson;
                return object;
            };

            ParcelUnaccounted.prototype.toJSON = function() {
                return ParcelUnaccounted.toObject(this, $protobuf.util.toJSONOptions);
            };

            ParcelUnaccounted.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.ParcelUnaccounted";
            };

            return ParcelUnaccounted;
        })();

        v1.DepositUnverified = (function() {

            const DepositUnverified = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            DepositUnverified.prototype.box = "";
            DepositUnverified.prototype.compartment = 0;
            DepositUnverified.prototype.parcel = "";
            DepositUnverified.prototype.person = "";
            DepositUnverified.prototype.grantSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            DepositUnverified.prototype.reason = 0;

            DepositUnverified.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.box != null && $Object.hasOwnProperty.call(message, "box") && message.box !== "")
                    writer.uint32(10).string(message.box);
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment") && message.compartment !== 0)
                    writer.uint32(16).uint32(message.compartment);
                if (message.parcel != null && $Object.hasOwnProperty.call(message, "parcel") && message.parcel !== "")
                    writer.uint32(26).string(message.parcel);
                if (message.person != null && $Object.hasOwnProperty.call(message, "person") && message.person !== "")
                    writer.uint32(34).string(message.person);
                if (message.grantSeq != null && $Object.hasOwnProperty.call(message, "grantSeq") && (typeof message.grantSeq === "object" ? message.grantSeq.low || message.grantSeq.high : message.grantSeq !== 0))
                    writer.uint32(40).uint64(message.grantSeq);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== 0)
                    writer.uint32(48).int32(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            DepositUnverified.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.DepositUnverified();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.box = value;
                            else
                                delete message.box;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.compartment = value;
                            else
                                delete message.compartment;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.parcel = value;
                            else
                                delete message.parcel;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.person = value;
                            else
                                delete message.person;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.grantSeq = value;
                            else
                                delete message.grantSeq;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            DepositUnverified.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.DepositUnverified)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.DepositUnverified: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.DepositUnverified();
                if (object.box != null)
                    if (typeof object.box !== "string" || object.box.length)
                        message.box = $String(object.box);
                if (object.compartment != null)
                    if ($Number(object.compartment) !== 0)
                        message.compartment = object.compartment >>> 0;
                if (object.parcel != null)
                    if (typeof object.parcel !== "string" || object.parcel.length)
                        message.parcel = $String(object.parcel);
                if (object.person != null)
                    if (typeof object.person !== "string" || object.person.length)
                        message.person = $String(object.person);
                if (object.grantSeq != null)
                    if (typeof object.grantSeq === "object" ? object.grantSeq.low || object.grantSeq.high : $Number(object.grantSeq) !== 0)
                        if ($util.Long)
                            message.grantSeq = $util.Long.fromValue(object.grantSeq, true);
                        else if (typeof object.grantSeq === "string")
                            message.grantSeq = $parseInt(object.grantSeq, 10);
                        else if (typeof object.grantSeq === "number")
                            message.grantSeq = object.grantSeq;
                        else if (typeof object.grantSeq === "object")
                            message.grantSeq = new $util.LongBits(object.grantSeq.low >>> 0, object.grantSeq.high >>> 0).toNumber(true);
                if (object.reason !== 0 && (typeof object.reason !== "string" || $root.driftbox.v1.UnverifiedReason[object.reason] !== 0))
                    switch (object.reason) {
                    case "UNVERIFIED_REASON_UNSPECIFIED":
                    case 0:
                        message.reason = 0;
                        break;
                    case "UNVERIFIED_REASON_NO_TAG":
                    case 1:
                        message.reason = 1;
                        break;
                    case "UNVERIFIED_REASON_NO_PRESENCE_CHANGE":
                    case 2:
                        message.reason = 2;
                        break;
                    case "UNVERIFIED_REASON_SENSOR_UNKNOWN":
                    case 3:
                        message.reason = 3;
                        break;
                    case "UNVERIFIED_REASON_POWER_LOST":
                    case 4:
                        message.reason = 4;
                        break;
                    default:
                        if (typeof object.reason === "number" && (object.reason | 0) === object.reason)
                            message.reason = object.reason;
                    }
                return message;
            };

            DepositUnverified.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.box = "";
                    object.compartment = 0;
                    object.parcel = "";
                    object.person = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.grantSeq = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.grantSeq = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.reason = options.enums === $String ? "UNVERIFIED_REASON_UNSPECIFIED" : 0;
                }
                if (message.box != null && $Object.hasOwnProperty.call(message, "box"))
                    object.box = message.box;
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment"))
                    object.compartment = message.compartment;
                if (message.parcel != null && $Object.hasOwnProperty.call(message, "parcel"))
                    object.parcel = message.parcel;
                if (message.person != null && $Object.hasOwnProperty.call(message, "person"))
                    object.person = message.person;
                if (message.grantSeq != null && $Object.hasOwnProperty.call(message, "grantSeq"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.grantSeq = typeof message.grantSeq === "number" ? $BigInt(message.grantSeq) : $util.Long.fromBits(message.grantSeq.low >>> 0, message.grantSeq.high >>> 0, true).toBigInt();
                    else if (typeof message.grantSeq === "number")
                        object.grantSeq = options.longs === $String ? $String(message.grantSeq) : message.grantSeq;
                    else
                        object.grantSeq = options.longs === $String ? $util.Long.prototype.toString.call(message.grantSeq) : options.longs === $Number ? new $util.LongBits(message.grantSeq.low >>> 0, message.grantSeq.high >>> 0).toNumber(true) : message.grantSeq;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = options.enums === $String ? $root.driftbox.v1.UnverifiedReason[message.reason] === $undefined ? message.reason : $root.driftbox.v1.UnverifiedReason[message.reason] : message.reason;
                return object;
            };

            DepositUnverified.prototype.toJSON = function() {
                return DepositUnverified.toObject(this, $protobuf.util.toJSONOptions);
            };

            DepositUnverified.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.DepositUnverified";
            };

            return DepositUnverified;
        })();

        v1.HandoverReleased = (function() {

            const HandoverReleased = function (properties) {
                this.parcels = [];
                this.sealTags = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            HandoverReleased.prototype.handover = "";
            HandoverReleased.prototype.giver = "";
            HandoverReleased.prototype.receiver = "";
            HandoverReleased.prototype.parcels = $util.emptyArray;
            HandoverReleased.prototype.sealTags = $util.emptyArray;

            HandoverReleased.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.handover != null && $Object.hasOwnProperty.call(message, "handover") && message.handover !== "")
                    writer.uint32(10).string(message.handover);
                if (message.giver != null && $Object.hasOwnProperty.call(message, "giver") && message.giver !== "")
                    writer.uint32(18).string(message.giver);
                if (message.receiver != null && $Object.hasOwnProperty.call(message, "receiver") && message.receiver !== "")
                    writer.uint32(26).string(message.receiver);
                if (message.parcels != null && message.parcels.length)
                    for (let i = 0; i < message.parcels.length; ++i)
                        writer.uint32(34).string(message.parcels[i]);
                if (message.sealTags != null && message.sealTags.length)
                    for (let i = 0; i < message.sealTags.length; ++i)
                        writer.uint32(42).string(message.sealTags[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            HandoverReleased.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.HandoverReleased();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.handover = value;
                            else
                                delete message.handover;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.giver = value;
                            else
                                delete message.giver;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.receiver = value;
                            else
                                delete message.receiver;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.parcels && message.parcels.length))
                                message.parcels = [];
                            message.parcels.push(reader.stringVerify());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.sealTags && message.sealTags.length))
                                message.sealTags = [];
                            message.sealTags.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            HandoverReleased.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.HandoverReleased)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.HandoverReleased: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.HandoverReleased();
                if (object.handover != null)
                    if (typeof object.handover !== "string" || object.handover.length)
                        message.handover = $String(object.handover);
                if (object.giver != null)
                    if (typeof object.giver !== "string" || object.giver.length)
                        message.giver = $String(object.giver);
                if (object.receiver != null)
                    if (typeof object.receiver !== "string" || object.receiver.length)
                        message.receiver = $String(object.receiver);
                if (object.parcels) {
                    if (!$Array.isArray(object.parcels))
                        throw $TypeError(".driftbox.v1.HandoverReleased.parcels: array expected");
                    message.parcels = $Array(object.parcels.length);
                    for (let i = 0; i < object.parcels.length; ++i)
                        message.parcels[i] = $String(object.parcels[i]);
                }
                if (object.sealTags) {
                    if (!$Array.isArray(object.sealTags))
                        throw $TypeError(".driftbox.v1.HandoverReleased.sealTags: array expected");
                    message.sealTags = $Array(object.sealTags.length);
                    for (let i = 0; i < object.sealTags.length; ++i)
                        message.sealTags[i] = $String(object.sealTags[i]);
                }
                return message;
            };

            HandoverReleased.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.parcels = [];
                    object.sealTags = [];
                }
                if (options.defaults) {
                    object.handover = "";
                    object.giver = "";
                    object.receiver = "";
                }
                if (message.handover != null && $Object.hasOwnProperty.call(message, "handover"))
                    object.handover = message.handover;
                if (message.giver != null && $Object.hasOwnProperty.call(message, "giver"))
                    object.giver = message.giver;
                if (message.receiver != null && $Object.hasOwnProperty.call(message, "receiver"))
                    object.receiver = message.receiver;
                if (message.parcels && message.parcels.length) {
                    object.parcels = $Array(message.parcels.length);
                    for (let j = 0; j < message.parcels.length; ++j)
                        object.parcels[j] = message.parcels[j];
                }
                if (message.sealTags && message.sealTags.length) {
                    object.sealTags = $Array(message.sealTags.length);
                    for (let j = 0; j < message.sealTags.length; ++j)
                        object.sealTags[j] = message.sealTags[j];
                }
                return object;
            };

            HandoverReleased.prototype.toJSON = function() {
                return HandoverReleased.toObject(this, $protobuf.util.toJSONOptions);
            };

            HandoverReleased.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.HandoverReleased";
            };

            return HandoverReleased;
        })();

        v1.HandoverAccepted = (function() {

            const HandoverAccepted = function (properties) {
                this.parcels = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            HandoverAccepted.prototype.handover = "";
            HandoverAccepted.prototype.giver = "";
            HandoverAccepted.prototype.receiver = "";
            HandoverAccepted.prototype.parcels = $util.emptyArray;

            HandoverAccepted.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.handover != null && $Object.hasOwnProperty.call(message, "handover") && message.handover !== "")
                    writer.uint32(10).string(message.handover);
                if (message.giver != null && $Object.hasOwnProperty.call(message, "giver") && message.giver !== "")
                    writer.uint32(18).string(message.giver);
                if (message.receiver != null && $Object.hasOwnProperty.call(message, "receiver") && message.receiver !== "")
                    writer.uint32(26).string(message.receiver);
                if (message.parcels != null && message.parcels.length)
                    for (let i = 0; i < message.parcels.length; ++i)
                        writer.uint32(34).string(message.parcels[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            HandoverAccepted.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.HandoverAccepted();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.handover = value;
                            else
                                delete message.handover;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.giver = value;
                            else
                                delete message.giver;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.receiver = value;
                            else
                                delete message.receiver;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.parcels && message.parcels.length))
                                message.parcels = [];
                            message.parcels.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            HandoverAccepted.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.HandoverAccepted)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.HandoverAccepted: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.HandoverAccepted();
                if (object.handover != null)
                    if (typeof object.handover !== "string" || object.handover.length)
                        message.handover = $String(object.handover);
                if (object.giver != null)
                    if (typeof object.giver !== "string" || object.giver.length)
                        message.giver = $String(object.giver);
                if (object.receiver != null)
                    if (typeof object.receiver !== "string" || object.receiver.length)
                        message.receiver = $String(object.receiver);
                if (object.parcels) {
                    if (!$Array.isArray(object.parcels))
                        throw $TypeError(".driftbox.v1.HandoverAccepted.parcels: array expected");
                    message.parcels = $Array(object.parcels.length);
                    for (let i = 0; i < object.parcels.length; ++i)
                        message.parcels[i] = $String(object.parcels[i]);
                }
                return message;
            };

            HandoverAccepted.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.parcels = [];
                if (options.defaults) {
                    object.handover = "";
                    object.giver = "";
                    object.receiver = "";
                }
                if (message.handover != null && $Object.hasOwnProperty.call(message, "handover"))
                    object.handover = message.handover;
                if (message.giver != null && $Object.hasOwnProperty.call(message, "giver"))
                    object.giver = message.giver;
                if (message.receiver != null && $Object.hasOwnProperty.call(message, "receiver"))
                    object.receiver = message.receiver;
                if (message.parcels && message.parcels.length) {
                    object.parcels = $Array(message.parcels.length);
                    for (let j = 0; j < message.parcels.length; ++j)
                        object.parcels[j] = message.parcels[j];
                }
                return object;
            };

            HandoverAccepted.prototype.toJSON = function() {
                return HandoverAccepted.toObject(this, $protobuf.util.toJSONOptions);
            };

            HandoverAccepted.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.HandoverAccepted";
            };

            return HandoverAccepted;
        })();

        v1.HandoverDisputed = (function() {

            const HandoverDisputed = function (properties) {
                this.giverSays = [];
                this.receiverSays = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            HandoverDisputed.prototype.handover = "";
            HandoverDisputed.prototype.giver = "";
            HandoverDisputed.prototype.receiver = "";
            HandoverDisputed.prototype.giverSays = $util.emptyArray;
            HandoverDisputed.prototype.receiverSays = $util.emptyArray;

            HandoverDisputed.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.handover != null && $Object.hasOwnProperty.call(message, "handover") && message.handover !== "")
                    writer.uint32(10).string(message.handover);
                if (message.giver != null && $Object.hasOwnProperty.call(message, "giver") && message.giver !== "")
                    writer.uint32(18).string(message.giver);
                if (message.receiver != null && $Object.hasOwnProperty.call(message, "receiver") && message.receiver !== "")
                    writer.uint32(26).string(message.receiver);
                if (message.giverSays != null && message.giverSays.length)
                    for (let i = 0; i < message.giverSays.length; ++i)
                        writer.uint32(34).string(message.giverSays[i]);
                if (message.receiverSays != null && message.receiverSays.length)
                    for (let i = 0; i < message.receiverSays.length; ++i)
                        writer.uint32(42).string(message.receiverSays[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            HandoverDisputed.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.HandoverDisputed();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.handover = value;
                            else
                                delete message.handover;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.giver = value;
                            else
                                delete message.giver;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.receiver = value;
                            else
                                delete message.receiver;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.giverSays && message.giverSays.length))
                                message.giverSays = [];
                            message.giverSays.push(reader.stringVerify());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.receiverSays && message.receiverSays.length))
                                message.receiverSays = [];
                            message.receiverSays.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            HandoverDisputed.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.HandoverDisputed)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.HandoverDisputed: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.HandoverDisputed();
                if (object.handover != null)
                    if (typeof object.handover !== "string" || object.handover.length)
                        message.handover = $String(object.handover);
                if (object.giver != null)
                    if (typeof object.giver !== "string" || object.giver.length)
                        message.giver = $String(object.giver);
                if (object.receiver != null)
                    if (typeof object.receiver !== "string" || object.receiver.length)
                        message.receiver = $String(object.receiver);
                if (object.giverSays) {
                    if (!$Array.isArray(object.giverSays))
                        throw $TypeError(".driftbox.v1.HandoverDisputed.giverSays: array expected");
                    message.giverSays = $Array(object.giverSays.length);
                    for (let i = 0; i < object.giverSays.length; ++i)
                        message.giverSays[i] = $String(object.giverSays[i]);
                }
                if (object.receiverSays) {
                    if (!$Array.isArray(object.receiverSays))
                        throw $TypeError(".driftbox.v1.HandoverDisputed.receiverSays: array expected");
                    message.receiverSays = $Array(object.receiverSays.length);
                    for (let i = 0; i < object.receiverSays.length; ++i)
                        message.receiverSays[i] = $String(object.receiverSays[i]);
                }
                return message;
            };

            HandoverDisputed.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.giverSays = [];
                    object.receiverSays = [];
                }
                if (options.defaults) {
                    object.handover = "";
                    object.giver = "";
                    object.receiver = "";
                }
                if (message.handover != null && $Object.hasOwnProperty.call(message, "handover"))
                    object.handover = message.handover;
                if (message.giver != null && $Object.hasOwnProperty.call(message, "giver"))
                    object.giver = message.giver;
                if (message.receiver != null && $Object.hasOwnProperty.call(message, "receiver"))
                    object.receiver = message.receiver;
                if (message.giverSays && message.giverSays.length) {
                    object.giverSays = $Array(message.giverSays.length);
                    for (let j = 0; j < message.giverSays.length; ++j)
                        object.giverSays[j] = message.giverSays[j];
                }
                if (message.receiverSays && message.receiverSays.length) {
                    object.receiverSays = $Array(message.receiverSays.length);
                    for (let j = 0; j < message.receiverSays.length; ++j)
                        object.receiverSays[j] = message.receiverSays[j];
                }
                return object;
            };

            HandoverDisputed.prototype.toJSON = function() {
                return HandoverDisputed.toObject(this, $protobuf.util.toJSONOptions);
            };

            HandoverDisputed.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.HandoverDisputed";
            };

            return HandoverDisputed;
        })();

        v1.ManifestOpened = (function() {

            const ManifestOpened = function (properties) {
                this.expected = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ManifestOpened.prototype.manifest = "";
            ManifestOpened.prototype.voyage = "";
            ManifestOpened.prototype.expected = $util.emptyArray;

            ManifestOpened.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.manifest != null && $Object.hasOwnProperty.call(message, "manifest") && message.manifest !== "")
                    writer.uint32(10).string(message.manifest);
                if (message.voyage != null && $Object.hasOwnProperty.call(message, "voyage") && message.voyage !== "")
                    writer.uint32(18).string(message.voyage);
                if (message.expected != null && message.expected.length)
                    for (let i = 0; i < message.expected.length; ++i)
                        writer.uint32(26).string(message.expected[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ManifestOpened.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.ManifestOpened();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.manifest = value;
                            else
                                delete message.manifest;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.voyage = value;
                            else
                                delete message.voyage;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.expected && message.expected.length))
                                message.expected = [];
                            message.expected.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ManifestOpened.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.ManifestOpened)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.ManifestOpened: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.ManifestOpened();
                if (object.manifest != null)
                    if (typeof object.manifest !== "string" || object.manifest.length)
                        message.manifest = $String(object.manifest);
                if (object.voyage != null)
                    if (typeof object.voyage !== "string" || object.voyage.length)
                        message.voyage = $String(object.voyage);
                if (object.expected) {
                    if (!$Array.isArray(object.expected))
                        throw $TypeError(".driftbox.v1.ManifestOpened.expected: array expected");
                    message.expected = $Array(object.expected.length);
                    for (let i = 0; i < object.expected.length; ++i)
                        message.expected[i] = $String(object.expected[i]);
                }
                return message;
            };

            ManifestOpened.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.expected = [];
                if (options.defaults) {
                    object.manifest = "";
                    object.voyage = "";
                }
                if (message.manifest != null && $Object.hasOwnProperty.call(message, "manifest"))
                    object.manifest = message.manifest;
                if (message.voyage != null && $Object.hasOwnProperty.call(message, "voyage"))
                    object.voyage = message.voyage;
                if (message.expected && message.expected.length) {
                    object.expected = $Array(message.expected.length);
                    for (let j = 0; j < message.expected.length; ++j)
                        object.expected[j] = message.expected[j];
                }
                return object;
            };

            ManifestOpened.prototype.toJSON = function() {
                return ManifestOpened.toObject(this, $protobuf.util.toJSONOptions);
            };

            ManifestOpened.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.ManifestOpened";
            };

            return ManifestOpened;
        })();

        v1.ManifestClosed = (function() {

            const ManifestClosed = function (properties) {
                this.expected = [];
                this.found = [];
                this.missing = [];
                this.extra = [];
                this.persons = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ManifestClosed.prototype.manifest = "";
            ManifestClosed.prototype.expected = $util.emptyArray;
            ManifestClosed.prototype.found = $util.emptyArray;
            ManifestClosed.prototype.missing = $util.emptyArray;
            ManifestClosed.prototype.extra = $util.emptyArray;
            ManifestClosed.prototype.persons = $util.emptyArray;

            ManifestClosed.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.manifest != null && $Object.hasOwnProperty.call(message, "manifest") && message.manifest !== "")
                    writer.uint32(10).string(message.manifest);
                if (message.expected != null && message.expected.length)
                    for (let i = 0; i < message.expected.length; ++i)
                        writer.uint32(18).string(message.expected[i]);
                if (message.found != null && message.found.length)
                    for (let i = 0; i < message.found.length; ++i)
                        writer.uint32(26).string(message.found[i]);
                if (message.missing != null && message.missing.length)
                    for (let i = 0; i < message.missing.length; ++i)
                        writer.uint32(34).string(message.missing[i]);
                if (message.extra != null && message.extra.length)
                    for (let i = 0; i < message.extra.length; ++i)
                        writer.uint32(42).string(message.extra[i]);
                if (message.persons != null && message.persons.length)
                    for (let i = 0; i < message.persons.length; ++i)
                        writer.uint32(50).string(message.persons[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ManifestClosed.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.ManifestClosed();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.manifest = value;
                            else
                                delete message.manifest;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.expected && message.expected.length))
                                message.expected = [];
                            message.expected.push(reader.stringVerify());
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.found && message.found.length))
                                message.found = [];
                            message.found.push(reader.stringVerify());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.missing && message.missing.length))
                                message.missing = [];
                            message.missing.push(reader.stringVerify());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.extra && message.extra.length))
                                message.extra = [];
                            message.extra.push(reader.stringVerify());
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.persons && message.persons.length))
                                message.persons = [];
                            message.persons.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ManifestClosed.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.ManifestClosed)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.ManifestClosed: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.ManifestClosed();
                if (object.manifest != null)
                    if (typeof object.manifest !== "string" || object.manifest.length)
                        message.manifest = $String(object.manifest);
                if (object.expected) {
                    if (!$Array.isArray(object.expected))
                        throw $TypeError(".driftbox.v1.ManifestClosed.expected: array expected");
                    message.expected = $Array(object.expected.length);
                    for (let i = 0; i < object.expected.length; ++i)
                        message.expected[i] = $String(object.expected[i]);
                }
                if (object.found) {
                    if (!$Array.isArray(object.found))
                        throw $TypeError(".driftbox.v1.ManifestClosed.found: array expected");
                    message.found = $Array(object.found.length);
                    for (let i = 0; i < object.found.length; ++i)
                        message.found[i] = $String(object.found[i]);
                }
                if (object.missing) {
                    if (!$Array.isArray(object.missing))
                        throw $TypeError(".driftbox.v1.ManifestClosed.missing: array expected");
                    message.missing = $Array(object.missing.length);
                    for (let i = 0; i < object.missing.length; ++i)
                        message.missing[i] = $String(object.missing[i]);
                }
                if (object.extra) {
                    if (!$Array.isArray(object.extra))
                        throw $TypeError(".driftbox.v1.ManifestClosed.extra: array expected");
                    message.extra = $Array(object.extra.length);
                    for (let i = 0; i < object.extra.length; ++i)
                        message.extra[i] = $String(object.extra[i]);
                }
                if (object.persons) {
                    if (!$Array.isArray(object.persons))
                        throw $TypeError(".driftbox.v1.ManifestClosed.persons: array expected");
                    message.persons = $Array(object.persons.length);
                    for (let i = 0; i < object.persons.length; ++i)
                        message.persons[i] = $String(object.persons[i]);
                }
                return message;
            };

            ManifestClosed.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.expected = [];
                    object.found = [];
                    object.missing = [];
                    object.extra = [];
                    object.persons = [];
                }
                if (options.defaults)
                    object.manifest = "";
                if (message.manifest != null && $Object.hasOwnProperty.call(message, "manifest"))
                    object.manifest = message.manifest;
                if (message.expected && message.expected.length) {
                    object.expected = $Array(message.expected.length);
                    for (let j = 0; j < message.expected.length; ++j)
                        object.expected[j] = message.expected[j];
                }
                if (message.found && message.found.length) {
                    object.found = $Array(message.found.length);
                    for (let j = 0; j < message.found.length; ++j)
                        object.found[j] = message.found[j];
                }
                if (message.missing && message.missing.length) {
                    object.missing = $Array(message.missing.length);
                    for (let j = 0; j < message.missing.length; ++j)
                        object.missing[j] = message.missing[j];
                }
                if (message.extra && message.extra.length) {
                    object.extra = $Array(message.extra.length);
                    for (let j = 0; j < message.extra.length; ++j)
                        object.extra[j] = message.extra[j];
                }
                if (message.persons && message.persons.length) {
                    object.persons = $Array(message.persons.length);
                    for (let j = 0; j < message.persons.length; ++j)
                        object.persons[j] = message.persons[j];
                }
                return object;
            };

            ManifestClosed.prototype.toJSON = function() {
                return ManifestClosed.toObject(this, $protobuf.util.toJSONOptions);
            };

            ManifestClosed.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.ManifestClosed";
            };

            return ManifestClosed;
        })();

        v1.ContainerSealed = (function() {

            const ContainerSealed = function (properties) {
                this.parcels = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ContainerSealed.prototype.container = "";
            ContainerSealed.prototype.parcels = $util.emptyArray;
            ContainerSealed.prototype.sealTag = "";
            ContainerSealed.prototype.person = "";

            ContainerSealed.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.container != null && $Object.hasOwnProperty.call(message, "container") && message.container !== "")
                    writer.uint32(10).string(message.container);
                if (message.parcels != null && message.parcels.length)
                    for (let i = 0; i < message.parcels.length; ++i)
                        writer.uint32(18).string(message.parcels[i]);
                if (message.sealTag != null && $Object.hasOwnProperty.call(message, "sealTag") && message.sealTag !== "")
                    writer.uint32(26).string(message.sealTag);
                if (message.person != null && $Object.hasOwnProperty.call(message, "person") && message.person !== "")
                    writer.uint32(34).string(message.person);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ContainerSealed.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.ContainerSealed();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.container = value;
                            else
                                delete message.container;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.parcels && message.parcels.length))
                                message.parcels = [];
                            message.parcels.push(reader.stringVerify());
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.sealTag = value;
                            else
                                delete message.sealTag;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.person = value;
                            else
                                delete message.person;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ContainerSealed.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.ContainerSealed)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.ContainerSealed: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.ContainerSealed();
                if (object.container != null)
                    if (typeof object.container !== "string" || object.container.length)
                        message.container = $String(object.container);
                if (object.parcels) {
                    if (!$Array.isArray(object.parcels))
                        throw $TypeError(".driftbox.v1.ContainerSealed.parcels: array expected");
                    message.parcels = $Array(object.parcels.length);
                    for (let i = 0; i < object.parcels.length; ++i)
                        message.parcels[i] = $String(object.parcels[i]);
                }
                if (object.sealTag != null)
                    if (typeof object.sealTag !== "string" || object.sealTag.length)
                        message.sealTag = $String(object.sealTag);
                if (object.person != null)
                    if (typeof object.person !== "string" || object.person.length)
                        message.person = $String(object.person);
                return message;
            };

            ContainerSealed.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.parcels = [];
                if (options.defaults) {
                    object.container = "";
                    object.sealTag = "";
                    object.person = "";
                }
                if (message.container != null && $Object.hasOwnProperty.call(message, "container"))
                    object.container = message.container;
                if (message.parcels && message.parcels.length) {
                    object.parcels = $Array(message.parcels.length);
                    for (let j = 0; j < message.parcels.length; ++j)
                        object.parcels[j] = message.parcels[j];
                }
                if (message.sealTag != null && $Object.hasOwnProperty.call(message, "sealTag"))
                    object.sealTag = message.sealTag;
                if (message.person != null && $Object.hasOwnProperty.call(message, "person"))
                    object.person = message.person;
                return object;
            };

            ContainerSealed.prototype.toJSON = function() {
                return ContainerSealed.toObject(this, $protobuf.util.toJSONOptions);
            };

            ContainerSealed.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.ContainerSealed";
            };

            return ContainerSealed;
        })();

        v1.ContainerOpened = (function() {

            const ContainerOpened = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ContainerOpened.prototype.container = "";
            ContainerOpened.prototype.person = "";
            ContainerOpened.prototype.enRoute = false;

            ContainerOpened.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.container != null && $Object.hasOwnProperty.call(message, "container") && message.container !== "")
                    writer.uint32(10).string(message.container);
                if (message.person != null && $Object.hasOwnProperty.call(message, "person") && message.person !== "")
                    writer.uint32(18).string(message.person);
                if (message.enRoute != null && $Object.hasOwnProperty.call(message, "enRoute") && message.enRoute !== false)
                    writer.uint32(24).bool(message.enRoute);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ContainerOpened.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.ContainerOpened();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.container = value;
                            else
                                delete message.container;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.person = value;
                            else
                                delete message.person;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.enRoute = value;
                            else
                                delete message.enRoute;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ContainerOpened.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.ContainerOpened)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.ContainerOpened: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.ContainerOpened();
                if (object.container != null)
                    if (typeof object.container !== "string" || object.container.length)
                        message.container = $String(object.container);
                if (object.person != null)
                    if (typeof object.person !== "string" || object.person.length)
                        message.person = $String(object.person);
                if (object.enRoute != null)
                    if (object.enRoute)
                        message.enRoute = $Boolean(object.enRoute);
                return message;
            };

            ContainerOpened.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.container = "";
                    object.person = "";
                    object.enRoute = false;
                }
                if (message.container != null && $Object.hasOwnProperty.call(message, "container"))
                    object.container = message.container;
                if (message.person != null && $Object.hasOwnProperty.call(message, "person"))
                    object.person = message.person;
                if (message.enRoute != null && $Object.hasOwnProperty.call(message, "enRoute"))
                    object.enRoute = message.enRoute;
                return object;
            };

            ContainerOpened.prototype.toJSON = function() {
                return ContainerOpened.toObject(this, $protobuf.util.toJSONOptions);
            };

            ContainerOpened.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.ContainerOpened";
            };

            return ContainerOpened;
        })();

        v1.SealTagChecked = (function() {

            const SealTagChecked = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SealTagChecked.prototype.parcel = "";
            SealTagChecked.prototype.sealTag = "";
            SealTagChecked.prototype.state = 0;
            SealTagChecked.prototype.person = "";

            SealTagChecked.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.parcel != null && $Object.hasOwnProperty.call(message, "parcel") && message.parcel !== "")
                    writer.uint32(10).string(message.parcel);
                if (message.sealTag != null && $Object.hasOwnProperty.call(message, "sealTag") && message.sealTag !== "")
                    writer.uint32(18).string(message.sealTag);
                if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== 0)
                    writer.uint32(24).int32(message.state);
                if (message.person != null && $Object.hasOwnProperty.call(message, "person") && message.person !== "")
                    writer.uint32(34).string(message.person);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            SealTagChecked.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.SealTagChecked();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.parcel = value;
                            else
                                delete message.parcel;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.sealTag = value;
                            else
                                delete message.sealTag;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.state = value;
                            else
                                delete message.state;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.person = value;
                            else
                                delete message.person;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            SealTagChecked.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.SealTagChecked)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.SealTagChecked: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.SealTagChecked();
                if (object.parcel != null)
                    if (typeof object.parcel !== "string" || object.parcel.length)
                        message.parcel = $String(object.parcel);
                if (object.sealTag != null)
                    if (typeof object.sealTag !== "string" || object.sealTag.length)
                        message.sealTag = $String(object.sealTag);
                if (object.state !== 0 && (typeof object.state !== "string" || $root.driftbox.v1.SealTagState[object.state] !== 0))
                    switch (object.state) {
                    case "SEAL_TAG_STATE_UNSPECIFIED":
                    case 0:
                        message.state = 0;
                        break;
                    case "SEAL_TAG_STATE_INTACT":
                    case 1:
                        message.state = 1;
                        break;
                    case "SEAL_TAG_STATE_BROKEN":
                    case 2:
                        message.state = 2;
                        break;
                    case "SEAL_TAG_STATE_MISMATCH":
                    case 3:
                        message.state = 3;
                        break;
                    default:
                        if (typeof object.state === "number" && (object.state | 0) === object.state)
                            message.state = object.state;
                    }
                if (object.person != null)
                    if (typeof object.person !== "string" || object.person.length)
                        message.person = $String(object.person);
                return message;
            };

            SealTagChecked.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.parcel = "";
                    object.sealTag = "";
                    object.state = options.enums === $String ? "SEAL_TAG_STATE_UNSPECIFIED" : 0;
                    object.person = "";
                }
                if (message.parcel != null && $Object.hasOwnProperty.call(message, "parcel"))
                    object.parcel = message.parcel;
                if (message.sealTag != null && $Object.hasOwnProperty.call(message, "sealTag"))
                    object.sealTag = message.sealTag;
                if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                    object.state = options.enums === $String ? $root.driftbox.v1.SealTagState[message.state] === $undefined ? message.state : $root.driftbox.v1.SealTagState[message.state] : message.state;
                if (message.person != null && $Object.hasOwnProperty.call(message, "person"))
                    object.person = message.person;
                return object;
            };

            SealTagChecked.prototype.toJSON = function() {
                return SealTagChecked.toObject(this, $protobuf.util.toJSONOptions);
            };

            SealTagChecked.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.SealTagChecked";
            };

            return SealTagChecked;
        })();

        v1.TamperDetected = (function() {

            const TamperDetected = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            TamperDetected.prototype.box = "";
            TamperDetected.prototype.sensor = "";
            TamperDetected.prototype.detail = "";

            TamperDetected.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.box != null && $Object.hasOwnProperty.call(message, "box") && message.box !== "")
                    writer.uint32(10).string(message.box);
                if (message.sensor != null && $Object.hasOwnProperty.call(message, "sensor") && message.sensor !== "")
                    writer.uint32(18).string(message.sensor);
                if (message.detail != null && $Object.hasOwnProperty.call(message, "detail") && message.detail !== "")
                    writer.uint32(26).string(message.detail);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            TamperDetected.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.TamperDetected();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.box = value;
                            else
                                delete message.box;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.sensor = value;
                            else
                                delete message.sensor;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.detail = value;
                            else
                                delete message.detail;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            TamperDetected.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.TamperDetected)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.TamperDetected: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.TamperDetected();
                if (object.box != null)
                    if (typeof object.box !== "string" || object.box.length)
                        message.box = $String(object.box);
                if (object.sensor != null)
                    if (typeof object.sensor !== "string" || object.sensor.length)
                        message.sensor = $String(object.sensor);
                if (object.detail != null)
                    if (typeof object.detail !== "string" || object.detail.length)
                        message.detail = $String(object.detail);
                return message;
            };

            TamperDetected.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.box = "";
                    object.sensor = "";
                    object.detail = "";
                }
                if (message.box != null && $Object.hasOwnProperty.call(message, "box"))
                    object.box = message.box;
                if (message.sensor != null && $Object.hasOwnProperty.call(message, "sensor"))
                    object.sensor = message.sensor;
                if (message.detail != null && $Object.hasOwnProperty.call(message, "detail"))
                    object.detail = message.detail;
                return object;
            };

            TamperDetected.prototype.toJSON = function() {
                return TamperDetected.toObject(this, $protobuf.util.toJSONOptions);
            };

            TamperDetected.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.TamperDetected";
            };

            return TamperDetected;
        })();

        v1.PowerLost = (function() {

            const PowerLost = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PowerLost.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            PowerLost.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.PowerLost();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            PowerLost.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.PowerLost)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.PowerLost: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                return new $root.driftbox.v1.PowerLost();
            };

            PowerLost.toObject = function () {
                return {};
            };

            PowerLost.prototype.toJSON = function() {
                return PowerLost.toObject(this, $protobuf.util.toJSONOptions);
            };

            PowerLost.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.PowerLost";
            };

            return PowerLost;
        })();

        v1.PowerRestored = (function() {

            const PowerRestored = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PowerRestored.prototype.offMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            PowerRestored.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.offMs != null && $Object.hasOwnProperty.call(message, "offMs") && (typeof message.offMs === "object" ? message.offMs.low || message.offMs.high : message.offMs !== 0))
                    writer.uint32(8).uint64(message.offMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            PowerRestored.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.PowerRestored();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.offMs = value;
                            else
                                delete message.offMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            PowerRestored.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.PowerRestored)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.PowerRestored: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.PowerRestored();
                if (object.offMs != null)
                    if (typeof object.offMs === "object" ? object.offMs.low || object.offMs.high : $Number(object.offMs) !== 0)
                        if ($util.Long)
                            message.offMs = $util.Long.fromValue(object.offMs, true);
                        else if (typeof object.offMs === "string")
                            message.offMs = $parseInt(object.offMs, 10);
                        else if (typeof object.offMs === "number")
                            message.offMs = object.offMs;
                        else if (typeof object.offMs === "object")
                            message.offMs = new $util.LongBits(object.offMs.low >>> 0, object.offMs.high >>> 0).toNumber(true);
                return message;
            };

            PowerRestored.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.offMs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.offMs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                if (message.offMs != null && $Object.hasOwnProperty.call(message, "offMs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.offMs = typeof message.offMs === "number" ? $BigInt(message.offMs) : $util.Long.fromBits(message.offMs.low >>> 0, message.offMs.high >>> 0, true).toBigInt();
                    else if (typeof message.offMs === "number")
                        object.offMs = options.longs === $String ? $String(message.offMs) : message.offMs;
                    else
                        object.offMs = options.longs === $String ? $util.Long.prototype.toString.call(message.offMs) : options.longs === $Number ? new $util.LongBits(message.offMs.low >>> 0, message.offMs.high >>> 0).toNumber(true) : message.offMs;
                return object;
            };

            PowerRestored.prototype.toJSON = function() {
                return PowerRestored.toObject(this, $protobuf.util.toJSONOptions);
            };

            PowerRestored.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.PowerRestored";
            };

            return PowerRestored;
        })();

        v1.BatteryLow = (function() {

            const BatteryLow = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            BatteryLow.prototype.millivolts = 0;

            BatteryLow.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.millivolts != null && $Object.hasOwnProperty.call(message, "millivolts") && message.millivolts !== 0)
                    writer.uint32(8).uint32(message.millivolts);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            BatteryLow.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.BatteryLow();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.millivolts = value;
                            else
                                delete message.millivolts;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            BatteryLow.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.BatteryLow)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.BatteryLow: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.BatteryLow();
                if (object.millivolts != null)
                    if ($Number(object.millivolts) !== 0)
                        message.millivolts = object.millivolts >>> 0;
                return message;
            };

            BatteryLow.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.millivolts = 0;
                if (message.millivolts != null && $Object.hasOwnProperty.call(message, "millivolts"))
                    object.millivolts = message.millivolts;
                return object;
            };

            BatteryLow.prototype.toJSON = function() {
                return BatteryLow.toObject(this, $protobuf.util.toJSONOptions);
            };

            BatteryLow.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.BatteryLow";
            };

            return BatteryLow;
        })();

        v1.SensorDissented = (function() {

            const SensorDissented = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SensorDissented.prototype.box = "";
            SensorDissented.prototype.compartment = 0;
            SensorDissented.prototype.sensor = "";
            SensorDissented.prototype.says = "";
            SensorDissented.prototype.fused = "";

            SensorDissented.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.box != null && $Object.hasOwnProperty.call(message, "box") && message.box !== "")
                    writer.uint32(10).string(message.box);
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment") && message.compartment !== 0)
                    writer.uint32(16).uint32(message.compartment);
                if (message.sensor != null && $Object.hasOwnProperty.call(message, "sensor") && message.sensor !== "")
                    writer.uint32(26).string(message.sensor);
                if (message.says != null && $Object.hasOwnProperty.call(message, "says") && message.says !== "")
                    writer.uint32(34).string(message.says);
                if (message.fused != null && $Object.hasOwnProperty.call(message, "fused") && message.fused !== "")
                    writer.uint32(42).string(message.fused);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            SensorDissented.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.SensorDissented();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.box = value;
                            else
                                delete message.box;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.compartment = value;
                            else
                                delete message.compartment;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.sensor = value;
                            else
                                delete message.sensor;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.says = value;
                            else
                                delete message.says;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.fused = value;
                            else
                                delete message.fused;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            SensorDissented.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.SensorDissented)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.SensorDissented: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.SensorDissented();
                if (object.box != null)
                    if (typeof object.box !== "string" || object.box.length)
                        message.box = $String(object.box);
                if (object.compartment != null)
                    if ($Number(object.compartment) !== 0)
                        message.compartment = object.compartment >>> 0;
                if (object.sensor != null)
                    if (typeof object.sensor !== "string" || object.sensor.length)
                        message.sensor = $String(object.sensor);
                if (object.says != null)
                    if (typeof object.says !== "string" || object.says.length)
                        message.says = $String(object.says);
                if (object.fused != null)
                    if (typeof object.fused !== "string" || object.fused.length)
                        message.fused = $String(object.fused);
                return message;
            };

            SensorDissented.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.box = "";
                    object.compartment = 0;
                    object.sensor = "";
                    object.says = "";
                    object.fused = "";
                }
                if (message.box != null && $Object.hasOwnProperty.call(message, "box"))
                    object.box = message.box;
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment"))
                    object.compartment = message.compartment;
                if (message.sensor != null && $Object.hasOwnProperty.call(message, "sensor"))
                    object.sensor = message.sensor;
                if (message.says != null && $Object.hasOwnProperty.call(message, "says"))
                    object.says = message.says;
                if (message.fused != null && $Object.hasOwnProperty.call(message, "fused"))
                    object.fused = message.fused;
                return object;
            };

            SensorDissented.prototype.toJSON = function() {
                return SensorDissented.toObject(this, $protobuf.util.toJSONOptions);
            };

            SensorDissented.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.SensorDissented";
            };

            return SensorDissented;
        })();

        v1.ReaderLost = (function() {

            const ReaderLost = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ReaderLost.prototype.device = "";
            ReaderLost.prototype.reason = "";

            ReaderLost.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.device != null && $Object.hasOwnProperty.call(message, "device") && message.device !== "")
                    writer.uint32(10).string(message.device);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(18).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ReaderLost.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.ReaderLost();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.device = value;
                            else
                                delete message.device;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ReaderLost.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.ReaderLost)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.ReaderLost: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.ReaderLost();
                if (object.device != null)
                    if (typeof object.device !== "string" || object.device.length)
                        message.device = $String(object.device);
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                return message;
            };

            ReaderLost.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.device = "";
                    object.reason = "";
                }
                if (message.device != null && $Object.hasOwnProperty.call(message, "device"))
                    object.device = message.device;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                return object;
            };

            ReaderLost.prototype.toJSON = function() {
                return ReaderLost.toObject(this, $protobuf.util.toJSONOptions);
            };

            ReaderLost.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.ReaderLost";
            };

            return ReaderLost;
        })();

        v1.StorageLow = (function() {

            const StorageLow = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            StorageLow.prototype.freeBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            StorageLow.prototype.reserveBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            StorageLow.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.freeBytes != null && $Object.hasOwnProperty.call(message, "freeBytes") && (typeof message.freeBytes === "object" ? message.freeBytes.low || message.freeBytes.high : message.freeBytes !== 0))
                    writer.uint32(8).uint64(message.freeBytes);
                if (message.reserveBytes != null && $Object.hasOwnProperty.call(message, "reserveBytes") && (typeof message.reserveBytes === "object" ? message.reserveBytes.low || message.reserveBytes.high : message.reserveBytes !== 0))
                    writer.uint32(16).uint64(message.reserveBytes);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            StorageLow.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.StorageLow();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.freeBytes = value;
                            else
                                delete message.freeBytes;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.reserveBytes = value;
                            else
                                delete message.reserveBytes;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            StorageLow.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.StorageLow)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.StorageLow: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.StorageLow();
                if (object.freeBytes != null)
                    if (typeof object.freeBytes === "object" ? object.freeBytes.low || object.freeBytes.high : $Number(object.freeBytes) !== 0)
                        if ($util.Long)
                            message.freeBytes = $util.Long.fromValue(object.freeBytes, true);
                        else if (typeof object.freeBytes === "string")
                            message.freeBytes = $parseInt(object.freeBytes, 10);
                        else if (typeof object.freeBytes === "number")
                            message.freeBytes = object.freeBytes;
                        else if (typeof object.freeBytes === "object")
                            message.freeBytes = new $util.LongBits(object.freeBytes.low >>> 0, object.freeBytes.high >>> 0).toNumber(true);
                if (object.reserveBytes != null)
                    if (typeof object.reserveBytes === "object" ? object.reserveBytes.low || object.reserveBytes.high : $Number(object.reserveBytes) !== 0)
                        if ($util.Long)
                            message.reserveBytes = $util.Long.fromValue(object.reserveBytes, true);
                        else if (typeof object.reserveBytes === "string")
                            message.reserveBytes = $parseInt(object.reserveBytes, 10);
                        else if (typeof object.reserveBytes === "number")
                            message.reserveBytes = object.reserveBytes;
                        else if (typeof object.reserveBytes === "object")
                            message.reserveBytes = new $util.LongBits(object.reserveBytes.low >>> 0, object.reserveBytes.high >>> 0).toNumber(true);
                return message;
            };

            StorageLow.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.freeBytes = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.freeBytes = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.reserveBytes = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.reserveBytes = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.freeBytes != null && $Object.hasOwnProperty.call(message, "freeBytes"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.freeBytes = typeof message.freeBytes === "number" ? $BigInt(message.freeBytes) : $util.Long.fromBits(message.freeBytes.low >>> 0, message.freeBytes.high >>> 0, true).toBigInt();
                    else if (typeof message.freeBytes === "number")
                        object.freeBytes = options.longs === $String ? $String(message.freeBytes) : message.freeBytes;
                    else
                        object.freeBytes = options.longs === $String ? $util.Long.prototype.toString.call(message.freeBytes) : options.longs === $Number ? new $util.LongBits(message.freeBytes.low >>> 0, message.freeBytes.high >>> 0).toNumber(true) : message.freeBytes;
                if (message.reserveBytes != null && $Object.hasOwnProperty.call(message, "reserveBytes"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.reserveBytes = typeof message.reserveBytes === "number" ? $BigInt(message.reserveBytes) : $util.Long.fromBits(message.reserveBytes.low >>> 0, message.reserveBytes.high >>> 0, true).toBigInt();
                    else if (typeof message.reserveBytes === "number")
                        object.reserveBytes = options.longs === $String ? $String(message.reserveBytes) : message.reserveBytes;
                    else
                        object.reserveBytes = options.longs === $String ? $util.Long.prototype.toString.call(message.reserveBytes) : options.longs === $Number ? new $util.LongBits(message.reserveBytes.low >>> 0, message.reserveBytes.high >>> 0).toNumber(true) : message.reserveBytes;
                return object;
            };

            StorageLow.prototype.toJSON = function() {
                return StorageLow.toObject(this, $protobuf.util.toJSONOptions);
            };

            StorageLow.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.StorageLow";
            };

            return StorageLow;
        })();

        v1.ClockStepped = (function() {

            const ClockStepped = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ClockStepped.prototype.stepUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            ClockStepped.prototype.wallBeforeUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            ClockStepped.prototype.wallAfterUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

            ClockStepped.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.stepUs != null && $Object.hasOwnProperty.call(message, "stepUs") && (typeof message.stepUs === "object" ? message.stepUs.low || message.stepUs.high : message.stepUs !== 0))
                    writer.uint32(8).int64(message.stepUs);
                if (message.wallBeforeUs != null && $Object.hasOwnProperty.call(message, "wallBeforeUs") && (typeof message.wallBeforeUs === "object" ? message.wallBeforeUs.low || message.wallBeforeUs.high : message.wallBeforeUs !== 0))
                    writer.uint32(16).int64(message.wallBeforeUs);
                if (message.wallAfterUs != null && $Object.hasOwnProperty.call(message, "wallAfterUs") && (typeof message.wallAfterUs === "object" ? message.wallAfterUs.low || message.wallAfterUs.high : message.wallAfterUs !== 0))
                    writer.uint32(24).int64(message.wallAfterUs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ClockStepped.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.ClockStepped();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.stepUs = value;
                            else
                                delete message.stepUs;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.wallBeforeUs = value;
                            else
                                delete message.wallBeforeUs;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.wallAfterUs = value;
                            else
                                delete message.wallAfterUs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ClockStepped.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.ClockStepped)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.ClockStepped: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.ClockStepped();
                if (object.stepUs != null)
                    if (typeof object.stepUs === "object" ? object.stepUs.low || object.stepUs.high : $Number(object.stepUs) !== 0)
                        if ($util.Long)
                            message.stepUs = $util.Long.fromValue(object.stepUs, false);
                        else if (typeof object.stepUs === "string")
                            message.stepUs = $parseInt(object.stepUs, 10);
                        else if (typeof object.stepUs === "number")
                            message.stepUs = object.stepUs;
                        else if (typeof object.stepUs === "object")
                            message.stepUs = new $util.LongBits(object.stepUs.low >>> 0, object.stepUs.high >>> 0).toNumber();
                if (object.wallBeforeUs != null)
                    if (typeof object.wallBeforeUs === "object" ? object.wallBeforeUs.low || object.wallBeforeUs.high : $Number(object.wallBeforeUs) !== 0)
                        if ($util.Long)
                            message.wallBeforeUs = $util.Long.fromValue(object.wallBeforeUs, false);
                        else if (typeof object.wallBeforeUs === "string")
                            message.wallBeforeUs = $parseInt(object.wallBeforeUs, 10);
                        else if (typeof object.wallBeforeUs === "number")
                            message.wallBeforeUs = object.wallBeforeUs;
                        else if (typeof object.wallBeforeUs === "object")
                            message.wallBeforeUs = new $util.LongBits(object.wallBeforeUs.low >>> 0, object.wallBeforeUs.high >>> 0).toNumber();
                if (object.wallAfterUs != null)
                    if (typeof object.wallAfterUs === "object" ? object.wallAfterUs.low || object.wallAfterUs.high : $Number(object.wallAfterUs) !== 0)
                        if ($util.Long)
                            message.wallAfterUs = $util.Long.fromValue(object.wallAfterUs, false);
                        else if (typeof object.wallAfterUs === "string")
                            message.wallAfterUs = $parseInt(object.wallAfterUs, 10);
                        else if (typeof object.wallAfterUs === "number")
                            message.wallAfterUs = object.wallAfterUs;
                        else if (typeof object.wallAfterUs === "object")
                            message.wallAfterUs = new $util.LongBits(object.wallAfterUs.low >>> 0, object.wallAfterUs.high >>> 0).toNumber();
                return message;
            };

            ClockStepped.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.stepUs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.stepUs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.wallBeforeUs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.wallBeforeUs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.wallAfterUs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.wallAfterUs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.stepUs != null && $Object.hasOwnProperty.call(message, "stepUs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.stepUs = typeof message.stepUs === "number" ? $BigInt(message.stepUs) : $util.Long.fromBits(message.stepUs.low >>> 0, message.stepUs.high >>> 0, false).toBigInt();
                    else if (typeof message.stepUs === "number")
                        object.stepUs = options.longs === $String ? $String(message.stepUs) : message.stepUs;
                    else
                        object.stepUs = options.longs === $String ? $util.Long.prototype.toString.call(message.stepUs) : options.longs === $Number ? new $util.LongBits(message.stepUs.low >>> 0, message.stepUs.high >>> 0).toNumber() : message.stepUs;
                if (message.wallBeforeUs != null && $Object.hasOwnProperty.call(message, "wallBeforeUs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.wallBeforeUs = typeof message.wallBeforeUs === "number" ? $BigInt(message.wallBeforeUs) : $util.Long.fromBits(message.wallBeforeUs.low >>> 0, message.wallBeforeUs.high >>> 0, false).toBigInt();
                    else if (typeof message.wallBeforeUs === "number")
                        object.wallBeforeUs = options.longs === $String ? $String(message.wallBeforeUs) : message.wallBeforeUs;
                    else
                        object.wallBeforeUs = options.longs === $String ? $util.Long.prototype.toString.call(message.wallBeforeUs) : options.longs === $Number ? new $util.LongBits(message.wallBeforeUs.low >>> 0, message.wallBeforeUs.high >>> 0).toNumber() : message.wallBeforeUs;
                if (message.wallAfterUs != null && $Object.hasOwnProperty.call(message, "wallAfterUs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.wallAfterUs = typeof message.wallAfterUs === "number" ? $BigInt(message.wallAfterUs) : $util.Long.fromBits(message.wallAfterUs.low >>> 0, message.wallAfterUs.high >>> 0, false).toBigInt();
                    else if (typeof message.wallAfterUs === "number")
                        object.wallAfterUs = options.longs === $String ? $String(message.wallAfterUs) : message.wallAfterUs;
                    else
                        object.wallAfterUs = options.longs === $String ? $util.Long.prototype.toString.call(message.wallAfterUs) : options.longs === $Number ? new $util.LongBits(message.wallAfterUs.low >>> 0, message.wallAfterUs.high >>> 0).toNumber() : message.wallAfterUs;
                return object;
            };

            ClockStepped.prototype.toJSON = function() {
                return ClockStepped.toObject(this, $protobuf.util.toJSONOptions);
            };

            ClockStepped.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.ClockStepped";
            };

            return ClockStepped;
        })();

        v1.CommandRefused = (function() {

            const CommandRefused = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            CommandRefused.prototype.command = "";
            CommandRefused.prototype.reason = "";

            CommandRefused.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.command != null && $Object.hasOwnProperty.call(message, "command") && message.command !== "")
                    writer.uint32(10).string(message.command);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(18).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            CommandRefused.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.CommandRefused();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.command = value;
                            else
                                delete message.command;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            CommandRefused.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.CommandRefused)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.CommandRefused: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.CommandRefused();
                if (object.command != null)
                    if (typeof object.command !== "string" || object.command.length)
                        message.command = $String(object.command);
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                return message;
            };

            CommandRefused.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.command = "";
                    object.reason = "";
                }
                if (message.command != null && $Object.hasOwnProperty.call(message, "command"))
                    object.command = message.command;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                return object;
            };

            CommandRefused.prototype.toJSON = function() {
                return CommandRefused.toObject(this, $protobuf.util.toJSONOptions);
            };

            CommandRefused.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.CommandRefused";
            };

            return CommandRefused;
        })();

        v1.CommandExecuted = (function() {

            const CommandExecuted = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            CommandExecuted.prototype.command = "";
            CommandExecuted.prototype.outcome = "";

            CommandExecuted.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.command != null && $Object.hasOwnProperty.call(message, "command") && message.command !== "")
                    writer.uint32(10).string(message.command);
                if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome") && message.outcome !== "")
                    writer.uint32(18).string(message.outcome);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            CommandExecuted.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.CommandExecuted();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.command = value;
                            else
                                delete message.command;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.outcome = value;
                            else
                                delete message.outcome;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            CommandExecuted.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.CommandExecuted)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.CommandExecuted: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.CommandExecuted();
                if (object.command != null)
                    if (typeof object.command !== "string" || object.command.length)
                        message.command = $String(object.command);
                if (object.outcome != null)
                    if (typeof object.outcome !== "string" || object.outcome.length)
                        message.outcome = $String(object.outcome);
                return message;
            };

            CommandExecuted.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.command = "";
                    object.outcome = "";
                }
                if (message.command != null && $Object.hasOwnProperty.call(message, "command"))
                    object.command = message.command;
                if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome"))
                    object.outcome = message.outcome;
                return object;
            };

            CommandExecuted.prototype.toJSON = function() {
                return CommandExecuted.toObject(this, $protobuf.util.toJSONOptions);
            };

            CommandExecuted.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.CommandExecuted";
            };

            return CommandExecuted;
        })();

        v1.CompartmentDisabled = (function() {

            const CompartmentDisabled = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            CompartmentDisabled.prototype.box = "";
            CompartmentDisabled.prototype.compartment = 0;
            CompartmentDisabled.prototype.reason = "";

            CompartmentDisabled.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.box != null && $Object.hasOwnProperty.call(message, "box") && message.box !== "")
                    writer.uint32(10).string(message.box);
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment") && message.compartment !== 0)
                    writer.uint32(16).uint32(message.compartment);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(26).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            CompartmentDisabled.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.CompartmentDisabled();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.box = value;
                            else
                                delete message.box;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.compartment = value;
                            else
                                delete message.compartment;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            CompartmentDisabled.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.CompartmentDisabled)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.CompartmentDisabled: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.CompartmentDisabled();
                if (object.box != null)
                    if (typeof object.box !== "string" || object.box.length)
                        message.box = $String(object.box);
                if (object.compartment != null)
                    if ($Number(object.compartment) !== 0)
                        message.compartment = object.compartment >>> 0;
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                return message;
            };

            CompartmentDisabled.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.box = "";
                    object.compartment = 0;
                    object.reason = "";
                }
                if (message.box != null && $Object.hasOwnProperty.call(message, "box"))
                    object.box = message.box;
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment"))
                    object.compartment = message.compartment;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                return object;
            };

            CompartmentDisabled.prototype.toJSON = function() {
                return CompartmentDisabled.toObject(this, $protobuf.util.toJSONOptions);
            };

            CompartmentDisabled.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.CompartmentDisabled";
            };

            return CompartmentDisabled;
        })();

        v1.CompartmentEnabled = (function() {

            const CompartmentEnabled = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            CompartmentEnabled.prototype.box = "";
            CompartmentEnabled.prototype.compartment = 0;
            CompartmentEnabled.prototype.reason = "";

            CompartmentEnabled.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.box != null && $Object.hasOwnProperty.call(message, "box") && message.box !== "")
                    writer.uint32(10).string(message.box);
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment") && message.compartment !== 0)
                    writer.uint32(16).uint32(message.compartment);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(26).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            CompartmentEnabled.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.CompartmentEnabled();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.box = value;
                            else
                                delete message.box;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.compartment = value;
                            else
                                delete message.compartment;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            CompartmentEnabled.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.CompartmentEnabled)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.CompartmentEnabled: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.CompartmentEnabled();
                if (object.box != null)
                    if (typeof object.box !== "string" || object.box.length)
                        message.box = $String(object.box);
                if (object.compartment != null)
                    if ($Number(object.compartment) !== 0)
                        message.compartment = object.compartment >>> 0;
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                return message;
            };

            CompartmentEnabled.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.box = "";
                    object.compartment = 0;
                    object.reason = "";
                }
                if (message.box != null && $Object.hasOwnProperty.call(message, "box"))
                    object.box = message.box;
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment"))
                    object.compartment = message.compartment;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                return object;
            };

            CompartmentEnabled.prototype.toJSON = function() {
                return CompartmentEnabled.toObject(this, $protobuf.util.toJSONOptions);
            };

            CompartmentEnabled.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.CompartmentEnabled";
            };

            return CompartmentEnabled;
        })();

        v1.Corrected = (function() {

            const Corrected = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Corrected.prototype.eventId = $util.newBuffer([]);
            Corrected.prototype.reason = "";
            Corrected.prototype.text = "";

            Corrected.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.eventId != null && $Object.hasOwnProperty.call(message, "eventId") && message.eventId.length)
                    writer.uint32(10).bytes(message.eventId);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(18).string(message.reason);
                if (message.text != null && $Object.hasOwnProperty.call(message, "text") && message.text !== "")
                    writer.uint32(26).string(message.text);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Corrected.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.Corrected();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.eventId = value;
                            else
                                delete message.eventId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.text = value;
                            else
                                delete message.text;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Corrected.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.Corrected)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.Corrected: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.Corrected();
                if (object.eventId != null)
                    if (object.eventId.length)
                        if (typeof object.eventId === "string")
                            $util.base64.decode(object.eventId, message.eventId = $util.newBuffer($util.base64.length(object.eventId)), 0);
                        else if (object.eventId.length >= 0)
                            message.eventId = object.eventId;
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                if (object.text != null)
                    if (typeof object.text !== "string" || object.text.length)
                        message.text = $String(object.text);
                return message;
            };

            Corrected.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.eventId = "";
                    else {
                        object.eventId = [];
                        if (options.bytes !== $Array)
                            object.eventId = $util.newBuffer(object.eventId);
                    }
                    object.reason = "";
                    object.text = "";
                }
                if (message.eventId != null && $Object.hasOwnProperty.call(message, "eventId"))
                    object.eventId = options.bytes === $String ? $util.base64.encode(message.eventId, 0, message.eventId.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.eventId) : message.eventId;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                if (message.text != null && $Object.hasOwnProperty.call(message, "text"))
                    object.text = message.text;
                return object;
            };

            Corrected.prototype.toJSON = function() {
                return Corrected.toObject(this, $protobuf.util.toJSONOptions);
            };

            Corrected.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.Corrected";
            };

            return Corrected;
        })();

        v1.SignedDocument = (function() {

            const SignedDocument = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SignedDocument.prototype.payloadType = "";
            SignedDocument.prototype.body = $util.newBuffer([]);
            SignedDocument.prototype.keyId = $util.newBuffer([]);
            SignedDocument.prototype.signature = $util.newBuffer([]);

            SignedDocument.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.payloadType != null && $Object.hasOwnProperty.call(message, "payloadType") && message.payloadType !== "")
                    writer.uint32(10).string(message.payloadType);
                if (message.body != null && $Object.hasOwnProperty.call(message, "body") && message.body.length)
                    writer.uint32(18).bytes(message.body);
                if (message.keyId != null && $Object.hasOwnProperty.call(message, "keyId") && message.keyId.length)
                    writer.uint32(26).bytes(message.keyId);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(34).bytes(message.signature);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            SignedDocument.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.SignedDocument();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.payloadType = value;
                            else
                                delete message.payloadType;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.body = value;
                            else
                                delete message.body;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.keyId = value;
                            else
                                delete message.keyId;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            SignedDocument.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.SignedDocument)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.SignedDocument: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.SignedDocument();
                if (object.payloadType != null)
                    if (typeof object.payloadType !== "string" || object.payloadType.length)
                        message.payloadType = $String(object.payloadType);
                if (object.body != null)
                    if (object.body.length)
                        if (typeof object.body === "string")
                            $util.base64.decode(object.body, message.body = $util.newBuffer($util.base64.length(object.body)), 0);
                        else if (object.body.length >= 0)
                            message.body = object.body;
                if (object.keyId != null)
                    if (object.keyId.length)
                        if (typeof object.keyId === "string")
                            $util.base64.decode(object.keyId, message.keyId = $util.newBuffer($util.base64.length(object.keyId)), 0);
                        else if (object.keyId.length >= 0)
                            message.keyId = object.keyId;
                if (object.signature != null)
                    if (object.signature.length)
                        if (typeof object.signature === "string")
                            $util.base64.decode(object.signature, message.signature = $util.newBuffer($util.base64.length(object.signature)), 0);
                        else if (object.signature.length >= 0)
                            message.signature = object.signature;
                return message;
            };

            SignedDocument.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.payloadType = "";
                    if (options.bytes === $String)
                        object.body = "";
                    else {
                        object.body = [];
                        if (options.bytes !== $Array)
                            object.body = $util.newBuffer(object.body);
                    }
                    if (options.bytes === $String)
                        object.keyId = "";
                    else {
                        object.keyId = [];
                        if (options.bytes !== $Array)
                            object.keyId = $util.newBuffer(object.keyId);
                    }
                    if (options.bytes === $String)
                        object.signature = "";
                    else {
                        object.signature = [];
                        if (options.bytes !== $Array)
                            object.signature = $util.newBuffer(object.signature);
                    }
                }
                if (message.payloadType != null && $Object.hasOwnProperty.call(message, "payloadType"))
                    object.payloadType = message.payloadType;
                if (message.body != null && $Object.hasOwnProperty.call(message, "body"))
                    object.body = options.bytes === $String ? $util.base64.encode(message.body, 0, message.body.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.body) : message.body;
                if (message.keyId != null && $Object.hasOwnProperty.call(message, "keyId"))
                    object.keyId = options.bytes === $String ? $util.base64.encode(message.keyId, 0, message.keyId.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.keyId) : message.keyId;
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    object.signature = options.bytes === $String ? $util.base64.encode(message.signature, 0, message.signature.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.signature) : message.signature;
                return object;
            };

            SignedDocument.prototype.toJSON = function() {
                return SignedDocument.toObject(this, $protobuf.util.toJSONOptions);
            };

            SignedDocument.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.SignedDocument";
            };

            return SignedDocument;
        })();

        v1.EnrollmentRecord = (function() {

            const EnrollmentRecord = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            EnrollmentRecord.prototype.site = "";
            EnrollmentRecord.prototype.gateway = "";
            EnrollmentRecord.prototype.publicKey = $util.newBuffer([]);
            EnrollmentRecord.prototype.serial = "";
            EnrollmentRecord.prototype.createdUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

            EnrollmentRecord.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.site != null && $Object.hasOwnProperty.call(message, "site") && message.site !== "")
                    writer.uint32(10).string(message.site);
                if (message.gateway != null && $Object.hasOwnProperty.call(message, "gateway") && message.gateway !== "")
                    writer.uint32(18).string(message.gateway);
                if (message.publicKey != null && $Object.hasOwnProperty.call(message, "publicKey") && message.publicKey.length)
                    writer.uint32(26).bytes(message.publicKey);
                if (message.serial != null && $Object.hasOwnProperty.call(message, "serial") && message.serial !== "")
                    writer.uint32(34).string(message.serial);
                if (message.createdUs != null && $Object.hasOwnProperty.call(message, "createdUs") && (typeof message.createdUs === "object" ? message.createdUs.low || message.createdUs.high : message.createdUs !== 0))
                    writer.uint32(40).int64(message.createdUs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            EnrollmentRecord.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.EnrollmentRecord();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.site = value;
                            else
                                delete message.site;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.gateway = value;
                            else
                                delete message.gateway;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.publicKey = value;
                            else
                                delete message.publicKey;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.serial = value;
                            else
                                delete message.serial;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.createdUs = value;
                            else
                                delete message.createdUs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            EnrollmentRecord.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.EnrollmentRecord)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.EnrollmentRecord: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.EnrollmentRecord();
                if (object.site != null)
                    if (typeof object.site !== "string" || object.site.length)
                        message.site = $String(object.site);
                if (object.gateway != null)
                    if (typeof object.gateway !== "string" || object.gateway.length)
                        message.gateway = $String(object.gateway);
                if (object.publicKey != null)
                    if (object.publicKey.length)
                        if (typeof object.publicKey === "string")
                            $util.base64.decode(object.publicKey, message.publicKey = $util.newBuffer($util.base64.length(object.publicKey)), 0);
                        else if (object.publicKey.length >= 0)
                            message.publicKey = object.publicKey;
                if (object.serial != null)
                    if (typeof object.serial !== "string" || object.serial.length)
                        message.serial = $String(object.serial);
                if (object.createdUs != null)
                    if (typeof object.createdUs === "object" ? object.createdUs.low || object.createdUs.high : $Number(object.createdUs) !== 0)
                        if ($util.Long)
                            message.createdUs = $util.Long.fromValue(object.createdUs, false);
                        else if (typeof object.createdUs === "string")
                            message.createdUs = $parseInt(object.createdUs, 10);
                        else if (typeof object.createdUs === "number")
                            message.createdUs = object.createdUs;
                        else if (typeof object.createdUs === "object")
                            message.createdUs = new $util.LongBits(object.createdUs.low >>> 0, object.createdUs.high >>> 0).toNumber();
                return message;
            };

            EnrollmentRecord.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.site = "";
                    object.gateway = "";
                    if (options.bytes === $String)
                        object.publicKey = "";
                    else {
                        object.publicKey = [];
                        if (options.bytes !== $Array)
                            object.publicKey = $util.newBuffer(object.publicKey);
                    }
                    object.serial = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.createdUs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.createdUs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.site != null && $Object.hasOwnProperty.call(message, "site"))
                    object.site = message.site;
                if (message.gateway != null && $Object.hasOwnProperty.call(message, "gateway"))
                    object.gateway = message.gateway;
                if (message.publicKey != null && $Object.hasOwnProperty.call(message, "publicKey"))
                    object.publicKey = options.bytes === $String ? $util.base64.encode(message.publicKey, 0, message.publicKey.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.publicKey) : message.publicKey;
                if (message.serial != null && $Object.hasOwnProperty.call(message, "serial"))
                    object.serial = message.serial;
                if (message.createdUs != null && $Object.hasOwnProperty.call(message, "createdUs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.createdUs = typeof message.createdUs === "number" ? $BigInt(message.createdUs) : $util.Long.fromBits(message.createdUs.low >>> 0, message.createdUs.high >>> 0, false).toBigInt();
                    else if (typeof message.createdUs === "number")
                        object.createdUs = options.longs === $String ? $String(message.createdUs) : message.createdUs;
                    else
                        object.createdUs = options.longs === $String ? $util.Long.prototype.toString.call(message.createdUs) : options.longs === $Number ? new $util.LongBits(message.createdUs.low >>> 0, message.createdUs.high >>> 0).toNumber() : message.createdUs;
                return object;
            };

            EnrollmentRecord.prototype.toJSON = function() {
                return EnrollmentRecord.toObject(this, $protobuf.util.toJSONOptions);
            };

            EnrollmentRecord.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.EnrollmentRecord";
            };

            return EnrollmentRecord;
        })();

        v1.Standing = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "STANDING_UNSPECIFIED"] = 0;
            values[valuesById[1] = "STANDING_ACCEPTED"] = 1;
            values[valuesById[2] = "STANDING_QUARANTINED"] = 2;
            return values;
        })();

        v1.Receipt = (function() {

            const Receipt = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Receipt.prototype.gatewayId = $util.newBuffer([]);
            Receipt.prototype.epoch = 0;
            Receipt.prototype.nextSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Receipt.prototype.headEventId = $util.newBuffer([]);
            Receipt.prototype.standing = 0;
            Receipt.prototype.resend = false;
            Receipt.prototype.issuedUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

            Receipt.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.gatewayId != null && $Object.hasOwnProperty.call(message, "gatewayId") && message.gatewayId.length)
                    writer.uint32(10).bytes(message.gatewayId);
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && message.epoch !== 0)
                    writer.uint32(16).uint32(message.epoch);
                if (message.nextSeq != null && $Object.hasOwnProperty.call(message, "nextSeq") && (typeof message.nextSeq === "object" ? message.nextSeq.low || message.nextSeq.high : message.nextSeq !== 0))
                    writer.uint32(24).uint64(message.nextSeq);
                if (message.headEventId != null && $Object.hasOwnProperty.call(message, "headEventId") && message.headEventId.length)
                    writer.uint32(34).bytes(message.headEventId);
                if (message.standing != null && $Object.hasOwnProperty.call(message, "standing") && message.standing !== 0)
                    writer.uint32(40).int32(message.standing);
                if (message.resend != null && $Object.hasOwnProperty.call(message, "resend") && message.resend !== false)
                    writer.uint32(48).bool(message.resend);
                if (message.issuedUs != null && $Object.hasOwnProperty.call(message, "issuedUs") && (typeof message.issuedUs === "object" ? message.issuedUs.low || message.issuedUs.high : message.issuedUs !== 0))
                    writer.uint32(56).int64(message.issuedUs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Receipt.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.Receipt();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.gatewayId = value;
                            else
                                delete message.gatewayId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.epoch = value;
                            else
                                delete message.epoch;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.nextSeq = value;
                            else
                                delete message.nextSeq;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.headEventId = value;
                            else
                                delete message.headEventId;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.standing = value;
                            else
                                delete message.standing;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.resend = value;
                            else
                                delete message.resend;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.issuedUs = value;
                            else
                                delete message.issuedUs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Receipt.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.Receipt)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.Receipt: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.Receipt();
                if (object.gatewayId != null)
                    if (object.gatewayId.length)
                        if (typeof object.gatewayId === "string")
                            $util.base64.decode(object.gatewayId, message.gatewayId = $util.newBuffer($util.base64.length(object.gatewayId)), 0);
                        else if (object.gatewayId.length >= 0)
                            message.gatewayId = object.gatewayId;
                if (object.epoch != null)
                    if ($Number(object.epoch) !== 0)
                        message.epoch = object.epoch >>> 0;
                if (object.nextSeq != null)
                    if (typeof object.nextSeq === "object" ? object.nextSeq.low || object.nextSeq.high : $Number(object.nextSeq) !== 0)
                        if ($util.Long)
                            message.nextSeq = $util.Long.fromValue(object.nextSeq, true);
                        else if (typeof object.nextSeq === "string")
                            message.nextSeq = $parseInt(object.nextSeq, 10);
                        else if (typeof object.nextSeq === "number")
                            message.nextSeq = object.nextSeq;
                        else if (typeof object.nextSeq === "object")
                            message.nextSeq = new $util.LongBits(object.nextSeq.low >>> 0, object.nextSeq.high >>> 0).toNumber(true);
                if (object.headEventId != null)
                    if (object.headEventId.length)
                        if (typeof object.headEventId === "string")
                            $util.base64.decode(object.headEventId, message.headEventId = $util.newBuffer($util.base64.length(object.headEventId)), 0);
                        else if (object.headEventId.length >= 0)
                            message.headEventId = object.headEventId;
                if (object.standing !== 0 && (typeof object.standing !== "string" || $root.driftbox.v1.Standing[object.standing] !== 0))
                    switch (object.standing) {
                    case "STANDING_UNSPECIFIED":
                    case 0:
                        message.standing = 0;
                        break;
                    case "STANDING_ACCEPTED":
                    case 1:
                        message.standing = 1;
                        break;
                    case "STANDING_QUARANTINED":
                    case 2:
                        message.standing = 2;
                        break;
                    default:
                        if (typeof object.standing === "number" && (object.standing | 0) === object.standing)
                            message.standing = object.standing;
                    }
                if (object.resend != null)
                    if (object.resend)
                        message.resend = $Boolean(object.resend);
                if (object.issuedUs != null)
                    if (typeof object.issuedUs === "object" ? object.issuedUs.low || object.issuedUs.high : $Number(object.issuedUs) !== 0)
                        if ($util.Long)
                            message.issuedUs = $util.Long.fromValue(object.issuedUs, false);
                        else if (typeof object.issuedUs === "string")
                            message.issuedUs = $parseInt(object.issuedUs, 10);
                        else if (typeof object.issuedUs === "number")
                            message.issuedUs = object.issuedUs;
                        else if (typeof object.issuedUs === "object")
                            message.issuedUs = new $util.LongBits(object.issuedUs.low >>> 0, object.issuedUs.high >>> 0).toNumber();
                return message;
            };

            Receipt.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.gatewayId = "";
                    else {
                        object.gatewayId = [];
                        if (options.bytes !== $Array)
                            object.gatewayId = $util.newBuffer(object.gatewayId);
                    }
                    object.epoch = 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.nextSeq = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.nextSeq = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if (options.bytes === $String)
                        object.headEventId = "";
                    else {
                        object.headEventId = [];
                        if (options.bytes !== $Array)
                            object.headEventId = $util.newBuffer(object.headEventId);
                    }
                    object.standing = options.enums === $String ? "STANDING_UNSPECIFIED" : 0;
                    object.resend = false;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.issuedUs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.issuedUs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.gatewayId != null && $Object.hasOwnProperty.call(message, "gatewayId"))
                    object.gatewayId = options.bytes === $String ? $util.base64.encode(message.gatewayId, 0, message.gatewayId.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.gatewayId) : message.gatewayId;
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch"))
                    object.epoch = message.epoch;
                if (message.nextSeq != null && $Object.hasOwnProperty.call(message, "nextSeq"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.nextSeq = typeof message.nextSeq === "number" ? $BigInt(message.nextSeq) : $util.Long.fromBits(message.nextSeq.low >>> 0, message.nextSeq.high >>> 0, true).toBigInt();
                    else if (typeof message.nextSeq === "number")
                        object.nextSeq = options.longs === $String ? $String(message.nextSeq) : message.nextSeq;
                    else
                        object.nextSeq = options.longs === $String ? $util.Long.prototype.toString.call(message.nextSeq) : options.longs === $Number ? new $util.LongBits(message.nextSeq.low >>> 0, message.nextSeq.high >>> 0).toNumber(true) : message.nextSeq;
                if (message.headEventId != null && $Object.hasOwnProperty.call(message, "headEventId"))
                    object.headEventId = options.bytes === $String ? $util.base64.encode(message.headEventId, 0, message.headEventId.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.headEventId) : message.headEventId;
                if (message.standing != null && $Object.hasOwnProperty.call(message, "standing"))
                    object.standing = options.enums === $String ? $root.driftbox.v1.Standing[message.standing] === $undefined ? message.standing : $root.driftbox.v1.Standing[message.standing] : message.standing;
                if (message.resend != null && $Object.hasOwnProperty.call(message, "resend"))
                    object.resend = message.resend;
                if (message.issuedUs != null && $Object.hasOwnProperty.call(message, "issuedUs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.issuedUs = typeof message.issuedUs === "number" ? $BigInt(message.issuedUs) : $util.Long.fromBits(message.issuedUs.low >>> 0, message.issuedUs.high >>> 0, false).toBigInt();
                    else if (typeof message.issuedUs === "number")
                        object.issuedUs = options.longs === $String ? $String(message.issuedUs) : message.issuedUs;
                    else
                        object.issuedUs = options.longs === $String ? $util.Long.prototype.toString.call(message.issuedUs) : options.longs === $Number ? new $util.LongBits(message.issuedUs.low >>> 0, message.issuedUs.high >>> 0).toNumber() : message.issuedUs;
                return object;
            };

            Receipt.prototype.toJSON = function() {
                return Receipt.toObject(this, $protobuf.util.toJSONOptions);
            };

            Receipt.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.Receipt";
            };

            return Receipt;
        })();

        v1.Hello = (function() {

            const Hello = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Hello.prototype.gatewayId = $util.newBuffer([]);
            Hello.prototype.epoch = 0;
            Hello.prototype.nextSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Hello.prototype.headEventId = $util.newBuffer([]);
            Hello.prototype.oldestSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Hello.prototype.bootId = $util.newBuffer([]);
            Hello.prototype.connection = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Hello.prototype.receiptedNextSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Hello.prototype.receiptedEventId = $util.newBuffer([]);
            Hello.prototype.software = "";

            Hello.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.gatewayId != null && $Object.hasOwnProperty.call(message, "gatewayId") && message.gatewayId.length)
                    writer.uint32(10).bytes(message.gatewayId);
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && message.epoch !== 0)
                    writer.uint32(16).uint32(message.epoch);
                if (message.nextSeq != null && $Object.hasOwnProperty.call(message, "nextSeq") && (typeof message.nextSeq === "object" ? message.nextSeq.low || message.nextSeq.high : message.nextSeq !== 0))
                    writer.uint32(24).uint64(message.nextSeq);
                if (message.headEventId != null && $Object.hasOwnProperty.call(message, "headEventId") && message.headEventId.length)
                    writer.uint32(34).bytes(message.headEventId);
                if (message.oldestSeq != null && $Object.hasOwnProperty.call(message, "oldestSeq") && (typeof message.oldestSeq === "object" ? message.oldestSeq.low || message.oldestSeq.high : message.oldestSeq !== 0))
                    writer.uint32(40).uint64(message.oldestSeq);
                if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId") && message.bootId.length)
                    writer.uint32(50).bytes(message.bootId);
                if (message.connection != null && $Object.hasOwnProperty.call(message, "connection") && (typeof message.connection === "object" ? message.connection.low || message.connection.high : message.connection !== 0))
                    writer.uint32(56).uint64(message.connection);
                if (message.receiptedNextSeq != null && $Object.hasOwnProperty.call(message, "receiptedNextSeq") && (typeof message.receiptedNextSeq === "object" ? message.receiptedNextSeq.low || message.receiptedNextSeq.high : message.receiptedNextSeq !== 0))
                    writer.uint32(64).uint64(message.receiptedNextSeq);
                if (message.receiptedEventId != null && $Object.hasOwnProperty.call(message, "receiptedEventId") && message.receiptedEventId.length)
                    writer.uint32(74).bytes(message.receiptedEventId);
                if (message.software != null && $Object.hasOwnProperty.call(message, "software") && message.software !== "")
                    writer.uint32(82).string(message.software);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Hello.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.Hello();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.gatewayId = value;
                            else
                                delete message.gatewayId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.epoch = value;
                            else
                                delete message.epoch;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.nextSeq = value;
                            else
                                delete message.nextSeq;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.headEventId = value;
                            else
                                delete message.headEventId;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.oldestSeq = value;
                            else
                                delete message.oldestSeq;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.bootId = value;
                            else
                                delete message.bootId;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.connection = value;
                            else
                                delete message.connection;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.receiptedNextSeq = value;
                            else
                                delete message.receiptedNextSeq;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.receiptedEventId = value;
                            else
                                delete message.receiptedEventId;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.software = value;
                            else
                                delete message.software;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Hello.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.Hello)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.Hello: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.Hello();
                if (object.gatewayId != null)
                    if (object.gatewayId.length)
                        if (typeof object.gatewayId === "string")
                            $util.base64.decode(object.gatewayId, message.gatewayId = $util.newBuffer($util.base64.length(object.gatewayId)), 0);
                        else if (object.gatewayId.length >= 0)
                            message.gatewayId = object.gatewayId;
                if (object.epoch != null)
                    if ($Number(object.epoch) !== 0)
                        message.epoch = object.epoch >>> 0;
                if (object.nextSeq != null)
                    if (typeof object.nextSeq === "object" ? object.nextSeq.low || object.nextSeq.high : $Number(object.nextSeq) !== 0)
                        if ($util.Long)
                            message.nextSeq = $util.Long.fromValue(object.nextSeq, true);
                        else if (typeof object.nextSeq === "string")
                            message.nextSeq = $parseInt(object.nextSeq, 10);
                        else if (typeof object.nextSeq === "number")
                            message.nextSeq = object.nextSeq;
                        else if (typeof object.nextSeq === "object")
                            message.nextSeq = new $util.LongBits(object.nextSeq.low >>> 0, object.nextSeq.high >>> 0).toNumber(true);
                if (object.headEventId != null)
                    if (object.headEventId.length)
                        if (typeof object.headEventId === "string")
                            $util.base64.decode(object.headEventId, message.headEventId = $util.newBuffer($util.base64.length(object.headEventId)), 0);
                        else if (object.headEventId.length >= 0)
                            message.headEventId = object.headEventId;
                if (object.oldestSeq != null)
                    if (typeof object.oldestSeq === "object" ? object.oldestSeq.low || object.oldestSeq.high : $Number(object.oldestSeq) !== 0)
                        if ($util.Long)
                            message.oldestSeq = $util.Long.fromValue(object.oldestSeq, true);
                        else if (typeof object.oldestSeq === "string")
                            message.oldestSeq = $parseInt(object.oldestSeq, 10);
                        else if (typeof object.oldestSeq === "number")
                            message.oldestSeq = object.oldestSeq;
                        else if (typeof object.oldestSeq === "object")
                            message.oldestSeq = new $util.LongBits(object.oldestSeq.low >>> 0, object.oldestSeq.high >>> 0).toNumber(true);
                if (object.bootId != null)
                    if (object.bootId.length)
                        if (typeof object.bootId === "string")
                            $util.base64.decode(object.bootId, message.bootId = $util.newBuffer($util.base64.length(object.bootId)), 0);
                        else if (object.bootId.length >= 0)
                            message.bootId = object.bootId;
                if (object.connection != null)
                    if (typeof object.connection === "object" ? object.connection.low || object.connection.high : $Number(object.connection) !== 0)
                        if ($util.Long)
                            message.connection = $util.Long.fromValue(object.connection, true);
                        else if (typeof object.connection === "string")
                            message.connection = $parseInt(object.connection, 10);
                        else if (typeof object.connection === "number")
                            message.connection = object.connection;
                        else if (typeof object.connection === "object")
                            message.connection = new $util.LongBits(object.connection.low >>> 0, object.connection.high >>> 0).toNumber(true);
                if (object.receiptedNextSeq != null)
                    if (typeof object.receiptedNextSeq === "object" ? object.receiptedNextSeq.low || object.receiptedNextSeq.high : $Number(object.receiptedNextSeq) !== 0)
                        if ($util.Long)
                            message.receiptedNextSeq = $util.Long.fromValue(object.receiptedNextSeq, true);
                        else if (typeof object.receiptedNextSeq === "string")
                            message.receiptedNextSeq = $parseInt(object.receiptedNextSeq, 10);
                        else if (typeof object.receiptedNextSeq === "number")
                            message.receiptedNextSeq = object.receiptedNextSeq;
                        else if (typeof object.receiptedNextSeq === "object")
                            message.receiptedNextSeq = new $util.LongBits(object.receiptedNextSeq.low >>> 0, object.receiptedNextSeq.high >>> 0).toNumber(true);
                if (object.receiptedEventId != null)
                    if (object.receiptedEventId.length)
                        if (typeof object.receiptedEventId === "string")
                            $util.base64.decode(object.receiptedEventId, message.receiptedEventId = $util.newBuffer($util.base64.length(object.receiptedEventId)), 0);
                        else if (object.receiptedEventId.length >= 0)
                            message.receiptedEventId = object.receiptedEventId;
                if (object.software != null)
                    if (typeof object.software !== "string" || object.software.length)
                        message.software = $String(object.software);
                return message;
            };

            Hello.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.gatewayId = "";
                    else {
                        object.gatewayId = [];
                        if (options.bytes !== $Array)
                            object.gatewayId = $util.newBuffer(object.gatewayId);
                    }
                    object.epoch = 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.nextSeq = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.nextSeq = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if (options.bytes === $String)
                        object.headEventId = "";
                    else {
                        object.headEventId = [];
                        if (options.bytes !== $Array)
                            object.headEventId = $util.newBuffer(object.headEventId);
                    }
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.oldestSeq = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.oldestSeq = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if (options.bytes === $String)
                        object.bootId = "";
                    else {
                        object.bootId = [];
                        if (options.bytes !== $Array)
                            object.bootId = $util.newBuffer(object.bootId);
                    }
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.connection = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.connection = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.receiptedNextSeq = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.receiptedNextSeq = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if (options.bytes === $String)
                        object.receiptedEventId = "";
                    else {
                        object.receiptedEventId = [];
                        if (options.bytes !== $Array)
                            object.receiptedEventId = $util.newBuffer(object.receiptedEventId);
                    }
                    object.software = "";
                }
                if (message.gatewayId != null && $Object.hasOwnProperty.call(message, "gatewayId"))
                    object.gatewayId = options.bytes === $String ? $util.base64.encode(message.gatewayId, 0, message.gatewayId.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.gatewayId) : message.gatewayId;
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch"))
                    object.epoch = message.epoch;
                if (message.nextSeq != null && $Object.hasOwnProperty.call(message, "nextSeq"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.nextSeq = typeof message.nextSeq === "number" ? $BigInt(message.nextSeq) : $util.Long.fromBits(message.nextSeq.low >>> 0, message.nextSeq.high >>> 0, true).toBigInt();
                    else if (typeof message.nextSeq === "number")
                        object.nextSeq = options.longs === $String ? $String(message.nextSeq) : message.nextSeq;
                    else
                        object.nextSeq = options.longs === $String ? $util.Long.prototype.toString.call(message.nextSeq) : options.longs === $Number ? new $util.LongBits(message.nextSeq.low >>> 0, message.nextSeq.high >>> 0).toNumber(true) : message.nextSeq;
                if (message.headEventId != null && $Object.hasOwnProperty.call(message, "headEventId"))
                    object.headEventId = options.bytes === $String ? $util.base64.encode(message.headEventId, 0, message.headEventId.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.headEventId) : message.headEventId;
                if (message.oldestSeq != null && $Object.hasOwnProperty.call(message, "oldestSeq"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.oldestSeq = typeof message.oldestSeq === "number" ? $BigInt(message.oldestSeq) : $util.Long.fromBits(message.oldestSeq.low >>> 0, message.oldestSeq.high >>> 0, true).toBigInt();
                    else if (typeof message.oldestSeq === "number")
                        object.oldestSeq = options.longs === $String ? $String(message.oldestSeq) : message.oldestSeq;
                    else
                        object.oldestSeq = options.longs === $String ? $util.Long.prototype.toString.call(message.oldestSeq) : options.longs === $Number ? new $util.LongBits(message.oldestSeq.low >>> 0, message.oldestSeq.high >>> 0).toNumber(true) : message.oldestSeq;
                if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId"))
                    object.bootId = options.bytes === $String ? $util.base64.encode(message.bootId, 0, message.bootId.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.bootId) : message.bootId;
                if (message.connection != null && $Object.hasOwnProperty.call(message, "connection"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.connection = typeof message.connection === "number" ? $BigInt(message.connection) : $util.Long.fromBits(message.connection.low >>> 0, message.connection.high >>> 0, true).toBigInt();
                    else if (typeof message.connection === "number")
                        object.connection = options.longs === $String ? $String(message.connection) : message.connection;
                    else
                        object.connection = options.longs === $String ? $util.Long.prototype.toString.call(message.connection) : options.longs === $Number ? new $util.LongBits(message.connection.low >>> 0, message.connection.high >>> 0).toNumber(true) : message.connection;
                if (message.receiptedNextSeq != null && $Object.hasOwnProperty.call(message, "receiptedNextSeq"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.receiptedNextSeq = typeof message.receiptedNextSeq === "number" ? $BigInt(message.receiptedNextSeq) : $util.Long.fromBits(message.receiptedNextSeq.low >>> 0, message.receiptedNextSeq.high >>> 0, true).toBigInt();
                    else if (typeof message.receiptedNextSeq === "number")
                        object.receiptedNextSeq = options.longs === $String ? $String(message.receiptedNextSeq) : message.receiptedNextSeq;
                    else
                        object.receiptedNextSeq = options.longs === $String ? $util.Long.prototype.toString.call(message.receiptedNextSeq) : options.longs === $Number ? new $util.LongBits(message.receiptedNextSeq.low >>> 0, message.receiptedNextSeq.high >>> 0).toNumber(true) : message.receiptedNextSeq;
                if (message.receiptedEventId != null && $Object.hasOwnProperty.call(message, "receiptedEventId"))
                    object.receiptedEventId = options.bytes === $String ? $util.base64.encode(message.receiptedEventId, 0, message.receiptedEventId.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.receiptedEventId) : message.receiptedEventId;
                if (message.software != null && $Object.hasOwnProperty.call(message, "software"))
                    object.software = message.software;
                return object;
            };

            Hello.prototype.toJSON = function() {
                return Hello.toObject(this, $protobuf.util.toJSONOptions);
            };

            Hello.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.Hello";
            };

            return Hello;
        })();

        v1.QuarantineLift = (function() {

            const QuarantineLift = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            QuarantineLift.prototype.gatewayId = $util.newBuffer([]);
            QuarantineLift.prototype.decidedBy = "";
            QuarantineLift.prototype.reason = "";
            QuarantineLift.prototype.decidedUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

            QuarantineLift.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.gatewayId != null && $Object.hasOwnProperty.call(message, "gatewayId") && message.gatewayId.length)
                    writer.uint32(10).bytes(message.gatewayId);
                if (message.decidedBy != null && $Object.hasOwnProperty.call(message, "decidedBy") && message.decidedBy !== "")
                    writer.uint32(18).string(message.decidedBy);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(26).string(message.reason);
                if (message.decidedUs != null && $Object.hasOwnProperty.call(message, "decidedUs") && (typeof message.decidedUs === "object" ? message.decidedUs.low || message.decidedUs.high : message.decidedUs !== 0))
                    writer.uint32(32).int64(message.decidedUs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            QuarantineLift.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.QuarantineLift();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.gatewayId = value;
                            else
                                delete message.gatewayId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.decidedBy = value;
                            else
                                delete message.decidedBy;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.decidedUs = value;
                            else
                                delete message.decidedUs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            QuarantineLift.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.QuarantineLift)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.QuarantineLift: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.QuarantineLift();
                if (object.gatewayId != null)
                    if (object.gatewayId.length)
                        if (typeof object.gatewayId === "string")
                            $util.base64.decode(object.gatewayId, message.gatewayId = $util.newBuffer($util.base64.length(object.gatewayId)), 0);
                        else if (object.gatewayId.length >= 0)
                            message.gatewayId = object.gatewayId;
                if (object.decidedBy != null)
                    if (typeof object.decidedBy !== "string" || object.decidedBy.length)
                        message.decidedBy = $String(object.decidedBy);
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                if (object.decidedUs != null)
                    if (typeof object.decidedUs === "object" ? object.decidedUs.low || object.decidedUs.high : $Number(object.decidedUs) !== 0)
                        if ($util.Long)
                            message.decidedUs = $util.Long.fromValue(object.decidedUs, false);
                        else if (typeof object.decidedUs === "string")
                            message.decidedUs = $parseInt(object.decidedUs, 10);
                        else if (typeof object.decidedUs === "number")
                            message.decidedUs = object.decidedUs;
                        else if (typeof object.decidedUs === "object")
                            message.decidedUs = new $util.LongBits(object.decidedUs.low >>> 0, object.decidedUs.high >>> 0).toNumber();
                return message;
            };

            QuarantineLift.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.gatewayId = "";
                    else {
                        object.gatewayId = [];
                        if (options.bytes !== $Array)
                            object.gatewayId = $util.newBuffer(object.gatewayId);
                    }
                    object.decidedBy = "";
                    object.reason = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.decidedUs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.decidedUs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.gatewayId != null && $Object.hasOwnProperty.call(message, "gatewayId"))
                    object.gatewayId = options.bytes === $String ? $util.base64.encode(message.gatewayId, 0, message.gatewayId.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.gatewayId) : message.gatewayId;
                if (message.decidedBy != null && $Object.hasOwnProperty.call(message, "decidedBy"))
                    object.decidedBy = message.decidedBy;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                if (message.decidedUs != null && $Object.hasOwnProperty.call(message, "decidedUs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.decidedUs = typeof message.decidedUs === "number" ? $BigInt(message.decidedUs) : $util.Long.fromBits(message.decidedUs.low >>> 0, message.decidedUs.high >>> 0, false).toBigInt();
                    else if (typeof message.decidedUs === "number")
                        object.decidedUs = options.longs === $String ? $String(message.decidedUs) : message.decidedUs;
                    else
                        object.decidedUs = options.longs === $String ? $util.Long.prototype.toString.call(message.decidedUs) : options.longs === $Number ? new $util.LongBits(message.decidedUs.low >>> 0, message.decidedUs.high >>> 0).toNumber() : message.decidedUs;
                return object;
            };

            QuarantineLift.prototype.toJSON = function() {
                return QuarantineLift.toObject(this, $protobuf.util.toJSONOptions);
            };

            QuarantineLift.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.QuarantineLift";
            };

            return QuarantineLift;
        })();

        v1.StatusWord = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "STATUS_WORD_UNSPECIFIED"] = 0;
            values[valuesById[1] = "STATUS_WORD_READY"] = 1;
            values[valuesById[2] = "STATUS_WORD_SLEEPING"] = 2;
            values[valuesById[3] = "STATUS_WORD_LOST"] = 3;
            return values;
        })();

        v1.Status = (function() {

            const Status = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Status.prototype.word = 0;
            Status.prototype.bootId = $util.newBuffer([]);
            Status.prototype.connection = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Status.prototype.software = "";

            Status.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.word != null && $Object.hasOwnProperty.call(message, "word") && message.word !== 0)
                    writer.uint32(8).int32(message.word);
                if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId") && message.bootId.length)
                    writer.uint32(18).bytes(message.bootId);
                if (message.connection != null && $Object.hasOwnProperty.call(message, "connection") && (typeof message.connection === "object" ? message.connection.low || message.connection.high : message.connection !== 0))
                    writer.uint32(24).uint64(message.connection);
                if (message.software != null && $Object.hasOwnProperty.call(message, "software") && message.software !== "")
                    writer.uint32(34).string(message.software);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Status.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.Status();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.word = value;
                            else
                                delete message.word;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.bootId = value;
                            else
                                delete message.bootId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.connection = value;
                            else
                                delete message.connection;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.software = value;
                            else
                                delete message.software;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Status.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.Status)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.Status: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.Status();
                if (object.word !== 0 && (typeof object.word !== "string" || $root.driftbox.v1.StatusWord[object.word] !== 0))
                    switch (object.word) {
                    case "STATUS_WORD_UNSPECIFIED":
                    case 0:
                        message.word = 0;
                        break;
                    case "STATUS_WORD_READY":
                    case 1:
                        message.word = 1;
                        break;
                    case "STATUS_WORD_SLEEPING":
                    case 2:
                        message.word = 2;
                        break;
                    case "STATUS_WORD_LOST":
                    case 3:
                        message.word = 3;
                        break;
                    default:
                        if (typeof object.word === "number" && (object.word | 0) === object.word)
                            message.word = object.word;
                    }
                if (object.bootId != null)
                    if (object.bootId.length)
                        if (typeof object.bootId === "string")
                            $util.base64.decode(object.bootId, message.bootId = $util.newBuffer($util.base64.length(object.bootId)), 0);
                        else if (object.bootId.length >= 0)
                            message.bootId = object.bootId;
                if (object.connection != null)
                    if (typeof object.connection === "object" ? object.connection.low || object.connection.high : $Number(object.connection) !== 0)
                        if ($util.Long)
                            message.connection = $util.Long.fromValue(object.connection, true);
                        else if (typeof object.connection === "string")
                            message.connection = $parseInt(object.connection, 10);
                        else if (typeof object.connection === "number")
                            message.connection = object.connection;
                        else if (typeof object.connection === "object")
                            message.connection = new $util.LongBits(object.connection.low >>> 0, object.connection.high >>> 0).toNumber(true);
                if (object.software != null)
                    if (typeof object.software !== "string" || object.software.length)
                        message.software = $String(object.software);
                return message;
            };

            Status.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.word = options.enums === $String ? "STATUS_WORD_UNSPECIFIED" : 0;
                    if (options.bytes === $String)
                        object.bootId = "";
                    else {
                        object.bootId = [];
                        if (options.bytes !== $Array)
                            object.bootId = $util.newBuffer(object.bootId);
                    }
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.connection = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.connection = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.software = "";
                }
                if (message.word != null && $Object.hasOwnProperty.call(message, "word"))
                    object.word = options.enums === $String ? $root.driftbox.v1.StatusWord[message.word] === $undefined ? message.word : $root.driftbox.v1.StatusWord[message.word] : message.word;
                if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId"))
                    object.bootId = options.bytes === $String ? $util.base64.encode(message.bootId, 0, message.bootId.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.bootId) : message.bootId;
                if (message.connection != null && $Object.hasOwnProperty.call(message, "connection"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.connection = typeof message.connection === "number" ? $BigInt(message.connection) : $util.Long.fromBits(message.connection.low >>> 0, message.connection.high >>> 0, true).toBigInt();
                    else if (typeof message.connection === "number")
                        object.connection = options.longs === $String ? $String(message.connection) : message.connection;
                    else
                        object.connection = options.longs === $String ? $util.Long.prototype.toString.call(message.connection) : options.longs === $Number ? new $util.LongBits(message.connection.low >>> 0, message.connection.high >>> 0).toNumber(true) : message.connection;
                if (message.software != null && $Object.hasOwnProperty.call(message, "software"))
                    object.software = message.software;
                return object;
            };

            Status.prototype.toJSON = function() {
                return Status.toObject(this, $protobuf.util.toJSONOptions);
            };

            Status.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.Status";
            };

            return Status;
        })();

        v1.StateSnapshot = (function() {

            const StateSnapshot = function (properties) {
                this.boxes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            StateSnapshot.prototype.gatewayId = $util.newBuffer([]);
            StateSnapshot.prototype.nextSeq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            StateSnapshot.prototype.headEventId = $util.newBuffer([]);
            StateSnapshot.prototype.wallUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            StateSnapshot.prototype.policyVersion = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            StateSnapshot.prototype.outboxCount = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            StateSnapshot.prototype.boxes = $util.emptyArray;
            StateSnapshot.prototype.latitude = null;
            StateSnapshot.prototype.longitude = null;
            StateSnapshot.prototype.quality = null;
            StateSnapshot.prototype.epoch = 0;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(StateSnapshot.prototype, "_latitude", {
                get: $util.oneOfGetter($oneOfFields = ["latitude"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(StateSnapshot.prototype, "_longitude", {
                get: $util.oneOfGetter($oneOfFields = ["longitude"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(StateSnapshot.prototype, "_quality", {
                get: $util.oneOfGetter($oneOfFields = ["quality"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            StateSnapshot.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.gatewayId != null && $Object.hasOwnProperty.call(message, "gatewayId") && message.gatewayId.length)
                    writer.uint32(10).bytes(message.gatewayId);
                if (message.nextSeq != null && $Object.hasOwnProperty.call(message, "nextSeq") && (typeof message.nextSeq === "object" ? message.nextSeq.low || message.nextSeq.high : message.nextSeq !== 0))
                    writer.uint32(16).uint64(message.nextSeq);
                if (message.headEventId != null && $Object.hasOwnProperty.call(message, "headEventId") && message.headEventId.length)
                    writer.uint32(26).bytes(message.headEventId);
                if (message.wallUs != null && $Object.hasOwnProperty.call(message, "wallUs") && (typeof message.wallUs === "object" ? message.wallUs.low || message.wallUs.high : message.wallUs !== 0))
                    writer.uint32(32).int64(message.wallUs);
                if (message.policyVersion != null && $Object.hasOwnProperty.call(message, "policyVersion") && (typeof message.policyVersion === "object" ? message.policyVersion.low || message.policyVersion.high : message.policyVersion !== 0))
                    writer.uint32(40).uint64(message.policyVersion);
                if (message.outboxCount != null && $Object.hasOwnProperty.call(message, "outboxCount") && (typeof message.outboxCount === "object" ? message.outboxCount.low || message.outboxCount.high : message.outboxCount !== 0))
                    writer.uint32(48).uint64(message.outboxCount);
                if (message.boxes != null && message.boxes.length)
                    for (let i = 0; i < message.boxes.length; ++i)
                        $root.driftbox.v1.BoxState.encode(message.boxes[i], writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.latitude != null && $Object.hasOwnProperty.call(message, "latitude"))
                    writer.uint32(65).double(message.latitude);
                if (message.longitude != null && $Object.hasOwnProperty.call(message, "longitude"))
                    writer.uint32(73).double(message.longitude);
                if (message.quality != null && $Object.hasOwnProperty.call(message, "quality"))
                    writer.uint32(80).uint32(message.quality);
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && message.epoch !== 0)
                    writer.uint32(88).uint32(message.epoch);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            StateSnapshot.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.StateSnapshot();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.gatewayId = value;
                            else
                                delete message.gatewayId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.nextSeq = value;
                            else
                                delete message.nextSeq;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.headEventId = value;
                            else
                                delete message.headEventId;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.wallUs = value;
                            else
                                delete message.wallUs;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.policyVersion = value;
                            else
                                delete message.policyVersion;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.outboxCount = value;
                            else
                                delete message.outboxCount;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.boxes && message.boxes.length))
                                message.boxes = [];
                            message.boxes.push($root.driftbox.v1.BoxState.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 8: {
                            if (wireType !== 1)
                                break;
                            message.latitude = reader.double();
                            message._latitude = "latitude";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 1)
                                break;
                            message.longitude = reader.double();
                            message._longitude = "longitude";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            message.quality = reader.uint32();
                            message._quality = "quality";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.epoch = value;
                            else
                                delete message.epoch;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            StateSnapshot.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.StateSnapshot)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.StateSnapshot: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.StateSnapshot();
                if (object.gatewayId != null)
                    if (object.gatewayId.length)
                        if (typeof object.gatewayId === "string")
                            $util.base64.decode(object.gatewayId, message.gatewayId = $util.newBuffer($util.base64.length(object.gatewayId)), 0);
                        else if (object.gatewayId.length >= 0)
                            message.gatewayId = object.gatewayId;
                if (object.nextSeq != null)
                    if (typeof object.nextSeq === "object" ? object.nextSeq.low || object.nextSeq.high : $Number(object.nextSeq) !== 0)
                        if ($util.Long)
                            message.nextSeq = $util.Long.fromValue(object.nextSeq, true);
                        else if (typeof object.nextSeq === "string")
                            message.nextSeq = $parseInt(object.nextSeq, 10);
                        else if (typeof object.nextSeq === "number")
                            message.nextSeq = object.nextSeq;
                        else if (typeof object.nextSeq === "object")
                            message.nextSeq = new $util.LongBits(object.nextSeq.low >>> 0, object.nextSeq.high >>> 0).toNumber(true);
                if (object.headEventId != null)
                    if (object.headEventId.length)
                        if (typeof object.headEventId === "string")
                            $util.base64.decode(object.headEventId, message.headEventId = $util.newBuffer($util.base64.length(object.headEventId)), 0);
                        else if (object.headEventId.length >= 0)
                            message.headEventId = object.headEventId;
                if (object.wallUs != null)
                    if (typeof object.wallUs === "object" ? object.wallUs.low || object.wallUs.high : $Number(object.wallUs) !== 0)
                        if ($util.Long)
                            message.wallUs = $util.Long.fromValue(object.wallUs, false);
                        else if (typeof object.wallUs === "string")
                            message.wallUs = $parseInt(object.wallUs, 10);
                        else if (typeof object.wallUs === "number")
                            message.wallUs = object.wallUs;
                        else if (typeof object.wallUs === "object")
                            message.wallUs = new $util.LongBits(object.wallUs.low >>> 0, object.wallUs.high >>> 0).toNumber();
                if (object.policyVersion != null)
                    if (typeof object.policyVersion === "object" ? object.policyVersion.low || object.policyVersion.high : $Number(object.policyVersion) !== 0)
                        if ($util.Long)
                            message.policyVersion = $util.Long.fromValue(object.policyVersion, true);
                        else if (typeof object.policyVersion === "string")
                            message.policyVersion = $parseInt(object.policyVersion, 10);
                        else if (typeof object.policyVersion === "number")
                            message.policyVersion = object.policyVersion;
                        else if (typeof object.policyVersion === "object")
                            message.policyVersion = new $util.LongBits(object.policyVersion.low >>> 0, object.policyVersion.high >>> 0).toNumber(true);
                if (object.outboxCount != null)
                    if (typeof object.outboxCount === "object" ? object.outboxCount.low || object.outboxCount.high : $Number(object.outboxCount) !== 0)
                        if ($util.Long)
                            message.outboxCount = $util.Long.fromValue(object.outboxCount, true);
                        else if (typeof object.outboxCount === "string")
                            message.outboxCount = $parseInt(object.outboxCount, 10);
                        else if (typeof object.outboxCount === "number")
                            message.outboxCount = object.outboxCount;
                        else if (typeof object.outboxCount === "object")
                            message.outboxCount = new $util.LongBits(object.outboxCount.low >>> 0, object.outboxCount.high >>> 0).toNumber(true);
                if (object.boxes) {
                    if (!$Array.isArray(object.boxes))
                        throw $TypeError(".driftbox.v1.StateSnapshot.boxes: array expected");
                    message.boxes = $Array(object.boxes.length);
                    for (let i = 0; i < object.boxes.length; ++i) {
                        if (!$util.isObject(object.boxes[i]))
                            throw $TypeError(".driftbox.v1.StateSnapshot.boxes: object expected");
                        message.boxes[i] = $root.driftbox.v1.BoxState.fromObject(object.boxes[i], _depth + 1);
                    }
                }
                if (object.latitude != null)
                    message.latitude = $Number(object.latitude);
                if (object.longitude != null)
                    message.longitude = $Number(object.longitude);
                if (object.quality != null)
                    message.quality = object.quality >>> 0;
                if (object.epoch != null)
                    if ($Number(object.epoch) !== 0)
                        message.epoch = object.epoch >>> 0;
                return message;
            };

            StateSnapshot.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.boxes = [];
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.gatewayId = "";
                    else {
                        object.gatewayId = [];
                        if (options.bytes !== $Array)
                            object.gatewayId = $util.newBuffer(object.gatewayId);
                    }
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.nextSeq = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.nextSeq = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if (options.bytes === $String)
                        object.headEventId = "";
                    else {
                        object.headEventId = [];
                        if (options.bytes !== $Array)
                            object.headEventId = $util.newBuffer(object.headEventId);
                    }
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.wallUs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.wallUs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.policyVersion = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.policyVersion = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.outboxCount = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.outboxCount = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.epoch = 0;
                }
                if (message.gatewayId != null && $Object.hasOwnProperty.call(message, "gatewayId"))
                    object.gatewayId = options.bytes === $String ? $util.base64.encode(message.gatewayId, 0, message.gatewayId.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.gatewayId) : message.gatewayId;
                if (message.nextSeq != null && $Object.hasOwnProperty.call(message, "nextSeq"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.nextSeq = typeof message.nextSeq === "number" ? $BigInt(message.nextSeq) : $util.Long.fromBits(message.nextSeq.low >>> 0, message.nextSeq.high >>> 0, true).toBigInt();
                    else if (typeof message.nextSeq === "number")
                        object.nextSeq = options.longs === $String ? $String(message.nextSeq) : message.nextSeq;
                    else
                        object.nextSeq = options.longs === $String ? $util.Long.prototype.toString.call(message.nextSeq) : options.longs === $Number ? new $util.LongBits(message.nextSeq.low >>> 0, message.nextSeq.high >>> 0).toNumber(true) : message.nextSeq;
                if (message.headEventId != null && $Object.hasOwnProperty.call(message, "headEventId"))
                    object.headEventId = options.bytes === $String ? $util.base64.encode(message.headEventId, 0, message.headEventId.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.headEventId) : message.headEventId;
                if (message.wallUs != null && $Object.hasOwnProperty.call(message, "wallUs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.wallUs = typeof message.wallUs === "number" ? $BigInt(message.wallUs) : $util.Long.fromBits(message.wallUs.low >>> 0, message.wallUs.high >>> 0, false).toBigInt();
                    else if (typeof message.wallUs === "number")
                        object.wallUs = options.longs === $String ? $String(message.wallUs) : message.wallUs;
                    else
                        object.wallUs = options.longs === $String ? $util.Long.prototype.toString.call(message.wallUs) : options.longs === $Number ? new $util.LongBits(message.wallUs.low >>> 0, message.wallUs.high >>> 0).toNumber() : message.wallUs;
                if (message.policyVersion != null && $Object.hasOwnProperty.call(message, "policyVersion"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.policyVersion = typeof message.policyVersion === "number" ? $BigInt(message.policyVersion) : $util.Long.fromBits(message.policyVersion.low >>> 0, message.policyVersion.high >>> 0, true).toBigInt();
                    else if (typeof message.policyVersion === "number")
                        object.policyVersion = options.longs === $String ? $String(message.policyVersion) : message.policyVersion;
                    else
                        object.policyVersion = options.longs === $String ? $util.Long.prototype.toString.call(message.policyVersion) : options.longs === $Number ? new $util.LongBits(message.policyVersion.low >>> 0, message.policyVersion.high >>> 0).toNumber(true) : message.policyVersion;
                if (message.outboxCount != null && $Object.hasOwnProperty.call(message, "outboxCount"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.outboxCount = typeof message.outboxCount === "number" ? $BigInt(message.outboxCount) : $util.Long.fromBits(message.outboxCount.low >>> 0, message.outboxCount.high >>> 0, true).toBigInt();
                    else if (typeof message.outboxCount === "number")
                        object.outboxCount = options.longs === $String ? $String(message.outboxCount) : message.outboxCount;
                    else
                        object.outboxCount = options.longs === $String ? $util.Long.prototype.toString.call(message.outboxCount) : options.longs === $Number ? new $util.LongBits(message.outboxCount.low >>> 0, message.outboxCount.high >>> 0).toNumber(true) : message.outboxCount;
                if (message.boxes && message.boxes.length) {
                    object.boxes = $Array(message.boxes.length);
                    for (let j = 0; j < message.boxes.length; ++j)
                        object.boxes[j] = $root.driftbox.v1.BoxState.toObject(message.boxes[j], options, _depth + 1);
                }
                if (message.latitude != null && $Object.hasOwnProperty.call(message, "latitude"))
                    object.latitude = options.json && !$isFinite(message.latitude) ? $String(message.latitude) : message.latitude;
                if (message.longitude != null && $Object.hasOwnProperty.call(message, "longitude"))
                    object.longitude = options.json && !$isFinite(message.longitude) ? $String(message.longitude) : message.longitude;
                if (message.quality != null && $Object.hasOwnProperty.call(message, "quality"))
                    object.quality = message.quality;
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch"))
                    object.epoch = message.epoch;
                return object;
            };

            StateSnapshot.prototype.toJSON = function() {
                return StateSnapshot.toObject(this, $protobuf.util.toJSONOptions);
            };

            StateSnapshot.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.StateSnapshot";
            };

            return StateSnapshot;
        })();

        v1.BoxState = (function() {

            const BoxState = function (properties) {
                this.compartments = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            BoxState.prototype.box = "";
            BoxState.prototype.compartments = $util.emptyArray;

            BoxState.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.box != null && $Object.hasOwnProperty.call(message, "box") && message.box !== "")
                    writer.uint32(10).string(message.box);
                if (message.compartments != null && message.compartments.length)
                    for (let i = 0; i < message.compartments.length; ++i)
                        $root.driftbox.v1.CompartmentState.encode(message.compartments[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            BoxState.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.BoxState();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.box = value;
                            else
                                delete message.box;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.compartments && message.compartments.length))
                                message.compartments = [];
                            message.compartments.push($root.driftbox.v1.CompartmentState.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            BoxState.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.BoxState)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.BoxState: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.BoxState();
                if (object.box != null)
                    if (typeof object.box !== "string" || object.box.length)
                        message.box = $String(object.box);
                if (object.compartments) {
                    if (!$Array.isArray(object.compartments))
                        throw $TypeError(".driftbox.v1.BoxState.compartments: array expected");
                    message.compartments = $Array(object.compartments.length);
                    for (let i = 0; i < object.compartments.length; ++i) {
                        if (!$util.isObject(object.compartments[i]))
                            throw $TypeError(".driftbox.v1.BoxState.compartments: object expected");
                        message.compartments[i] = $root.driftbox.v1.CompartmentState.fromObject(object.compartments[i], _depth + 1);
                    }
                }
                return message;
            };

            BoxState.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.compartments = [];
                if (options.defaults)
                    object.box = "";
                if (message.box != null && $Object.hasOwnProperty.call(message, "box"))
                    object.box = message.box;
                if (message.compartments && message.compartments.length) {
                    object.compartments = $Array(message.compartments.length);
                    for (let j = 0; j < message.compartments.length; ++j)
                        object.compartments[j] = $root.driftbox.v1.CompartmentState.toObject(message.compartments[j], options, _depth + 1);
                }
                return object;
            };

            BoxState.prototype.toJSON = function() {
                return BoxState.toObject(this, $protobuf.util.toJSONOptions);
            };

            BoxState.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.BoxState";
            };

            return BoxState;
        })();

        v1.CompartmentState = (function() {

            const CompartmentState = function (properties) {
                this.parcels = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            CompartmentState.prototype.compartment = 0;
            CompartmentState.prototype.lock = "";
            CompartmentState.prototype.door = "";
            CompartmentState.prototype.presence = "";
            CompartmentState.prototype.isEnabled = false;
            CompartmentState.prototype.parcels = $util.emptyArray;

            CompartmentState.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment") && message.compartment !== 0)
                    writer.uint32(8).uint32(message.compartment);
                if (message.lock != null && $Object.hasOwnProperty.call(message, "lock") && message.lock !== "")
                    writer.uint32(18).string(message.lock);
                if (message.door != null && $Object.hasOwnProperty.call(message, "door") && message.door !== "")
                    writer.uint32(26).string(message.door);
                if (message.presence != null && $Object.hasOwnProperty.call(message, "presence") && message.presence !== "")
                    writer.uint32(34).string(message.presence);
                if (message.isEnabled != null && $Object.hasOwnProperty.call(message, "isEnabled") && message.isEnabled !== false)
                    writer.uint32(40).bool(message.isEnabled);
                if (message.parcels != null && message.parcels.length)
                    for (let i = 0; i < message.parcels.length; ++i)
                        writer.uint32(50).string(message.parcels[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            CompartmentState.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.CompartmentState();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.compartment = value;
                            else
                                delete message.compartment;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.lock = value;
                            else
                                delete message.lock;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.door = value;
                            else
                                delete message.door;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.presence = value;
                            else
                                delete message.presence;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.isEnabled = value;
                            else
                                delete message.isEnabled;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.parcels && message.parcels.length))
                                message.parcels = [];
                            message.parcels.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            CompartmentState.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.CompartmentState)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.CompartmentState: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.CompartmentState();
                if (object.compartment != null)
                    if ($Number(object.compartment) !== 0)
                        message.compartment = object.compartment >>> 0;
                if (object.lock != null)
                    if (typeof object.lock !== "string" || object.lock.length)
                        message.lock = $String(object.lock);
                if (object.door != null)
                    if (typeof object.door !== "string" || object.door.length)
                        message.door = $String(object.door);
                if (object.presence != null)
                    if (typeof object.presence !== "string" || object.presence.length)
                        message.presence = $String(object.presence);
                if (object.isEnabled != null)
                    if (object.isEnabled)
                        message.isEnabled = $Boolean(object.isEnabled);
                if (object.parcels) {
                    if (!$Array.isArray(object.parcels))
                        throw $TypeError(".driftbox.v1.CompartmentState.parcels: array expected");
                    message.parcels = $Array(object.parcels.length);
                    for (let i = 0; i < object.parcels.length; ++i)
                        message.parcels[i] = $String(object.parcels[i]);
                }
                return message;
            };

            CompartmentState.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.parcels = [];
                if (options.defaults) {
                    object.compartment = 0;
                    object.lock = "";
                    object.door = "";
                    object.presence = "";
                    object.isEnabled = false;
                }
                if (message.compartment != null && $Object.hasOwnProperty.call(message, "compartment"))
                    object.compartment = message.compartment;
                if (message.lock != null && $Object.hasOwnProperty.call(message, "lock"))
                    object.lock = message.lock;
                if (message.door != null && $Object.hasOwnProperty.call(message, "door"))
                    object.door = message.door;
                if (message.presence != null && $Object.hasOwnProperty.call(message, "presence"))
                    object.presence = message.presence;
                if (message.isEnabled != null && $Object.hasOwnProperty.call(message, "isEnabled"))
                    object.isEnabled = message.isEnabled;
                if (message.parcels && message.parcels.length) {
                    object.parcels = $Array(message.parcels.length);
                    for (let j = 0; j < message.parcels.length; ++j)
                        object.parcels[j] = message.parcels[j];
                }
                return object;
            };

            CompartmentState.prototype.toJSON = function() {
                return CompartmentState.toObject(this, $protobuf.util.toJSONOptions);
            };

            CompartmentState.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.CompartmentState";
            };

            return CompartmentState;
        })();

        v1.Policy = (function() {

            const Policy = function (properties) {
                this.badges = [];
                this.roles = [];
                this.blockedBadges = [];
                this.persons = [];
                this.demands = [];
                this.holidays = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Policy.prototype.version = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Policy.prototype.site = "";
            Policy.prototype.issuedUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            Policy.prototype.expiresUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            Policy.prototype.badges = $util.emptyArray;
            Policy.prototype.roles = $util.emptyArray;
            Policy.prototype.blockedBadges = $util.emptyArray;
            Policy.prototype.utcOffsetMin = 0;
            Policy.prototype.persons = $util.emptyArray;
            Policy.prototype.demands = $util.emptyArray;
            Policy.prototype.holidays = $util.emptyArray;
            Policy.prototype.blockedUs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

            Policy.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && (typeof message.version === "object" ? message.version.low || message.version.high : message.version !== 0))
                    writer.uint32(8).uint64(message.version);
                if (message.site != null && $Object.hasOwnProperty.call(message, "site") && message.site !== "")
                    writer.uint32(18).string(message.site);
                if (message.issuedUs != null && $Object.hasOwnProperty.call(message, "issuedUs") && (typeof message.issuedUs === "object" ? message.issuedUs.low || message.issuedUs.high : message.issuedUs !== 0))
                    writer.uint32(24).int64(message.issuedUs);
                if (message.expiresUs != null && $Object.hasOwnProperty.call(message, "expiresUs") && (typeof message.expiresUs === "object" ? message.expiresUs.low || message.expiresUs.high : message.expiresUs !== 0))
                    writer.uint32(32).int64(message.expiresUs);
                if (message.badges != null && message.badges.length)
                    for (let i = 0; i < message.badges.length; ++i)
                        $root.driftbox.v1.PolicyBadge.encode(message.badges[i], writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.roles != null && message.roles.length)
                    for (let i = 0; i < message.roles.length; ++i)
                        $root.driftbox.v1.PolicyRole.encode(message.roles[i], writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.blockedBadges != null && message.blockedBadges.length)
                    for (let i = 0; i < message.blockedBadges.length; ++i)
                        writer.uint32(58).bytes(message.blockedBadges[i]);
                if (message.utcOffsetMin != null && $Object.hasOwnProperty.call(message, "utcOffsetMin") && message.utcOffsetMin !== 0)
                    writer.uint32(64).sint32(message.utcOffsetMin);
                if (message.persons != null && message.persons.length)
                    for (let i = 0; i < message.persons.length; ++i)
                        $root.driftbox.v1.PolicyPerson.encode(message.persons[i], writer.uint32(74).fork(), _depth + 1).ldelim();
                if (message.demands != null && message.demands.length)
                    for (let i = 0; i < message.demands.length; ++i)
                        $root.driftbox.v1.PolicyDemand.encode(message.demands[i], writer.uint32(82).fork(), _depth + 1).ldelim();
                if (message.holidays != null && message.holidays.length)
                    writer.uint32(90).uint32s(message.holidays);
                if (message.blockedUs != null && $Object.hasOwnProperty.call(message, "blockedUs") && (typeof message.blockedUs === "object" ? message.blockedUs.low || message.blockedUs.high : message.blockedUs !== 0))
                    writer.uint32(96).int64(message.blockedUs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Policy.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.Policy();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.site = value;
                            else
                                delete message.site;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.issuedUs = value;
                            else
                                delete message.issuedUs;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.expiresUs = value;
                            else
                                delete message.expiresUs;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.badges && message.badges.length))
                                message.badges = [];
                            message.badges.push($root.driftbox.v1.PolicyBadge.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.roles && message.roles.length))
                                message.roles = [];
                            message.roles.push($root.driftbox.v1.PolicyRole.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.blockedBadges && message.blockedBadges.length))
                                message.blockedBadges = [];
                            message.blockedBadges.push(reader.bytes());
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.sint32())
                                message.utcOffsetMin = value;
                            else
                                delete message.utcOffsetMin;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if (!(message.persons && message.persons.length))
                                message.persons = [];
                            message.persons.push($root.driftbox.v1.PolicyPerson.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if (!(message.demands && message.demands.length))
                                message.demands = [];
                            message.demands.push($root.driftbox.v1.PolicyDemand.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 11: {
                            if (wireType === 2) {
                                if (!(message.holidays && message.holidays.length))
                                    message.holidays = [];
                                reader.uint32s(message.holidays);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.holidays && message.holidays.length))
                                message.holidays = [];
                            message.holidays.push(reader.uint32());
                            continue;
                        }
                    case 12: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.blockedUs = value;
                            else
                                delete message.blockedUs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Policy.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.Policy)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.Policy: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.Policy();
                if (object.version != null)
                    if (typeof object.version === "object" ? object.version.low || object.version.high : $Number(object.version) !== 0)
                        if ($util.Long)
                            message.version = $util.Long.fromValue(object.version, true);
                        else if (typeof object.version === "string")
                            message.version = $parseInt(object.version, 10);
                        else if (typeof object.version === "number")
                            message.version = object.version;
                        else if (typeof object.version === "object")
                            message.version = new $util.LongBits(object.version.low >>> 0, object.version.high >>> 0).toNumber(true);
                if (object.site != null)
                    if (typeof object.site !== "string" || object.site.length)
                        message.site = $String(object.site);
                if (object.issuedUs != null)
                    if (typeof object.issuedUs === "object" ? object.issuedUs.low || object.issuedUs.high : $Number(object.issuedUs) !== 0)
                        if ($util.Long)
                            message.issuedUs = $util.Long.fromValue(object.issuedUs, false);
                        else if (typeof object.issuedUs === "string")
                            message.issuedUs = $parseInt(object.issuedUs, 10);
                        else if (typeof object.issuedUs === "number")
                            message.issuedUs = object.issuedUs;
                        else if (typeof object.issuedUs === "object")
                            message.issuedUs = new $util.LongBits(object.issuedUs.low >>> 0, object.issuedUs.high >>> 0).toNumber();
                if (object.expiresUs != null)
                    if (typeof object.expiresUs === "object" ? object.expiresUs.low || object.expiresUs.high : $Number(object.expiresUs) !== 0)
                        if ($util.Long)
                            message.expiresUs = $util.Long.fromValue(object.expiresUs, false);
                        else if (typeof object.expiresUs === "string")
                            message.expiresUs = $parseInt(object.expiresUs, 10);
                        else if (typeof object.expiresUs === "number")
                            message.expiresUs = object.expiresUs;
                        else if (typeof object.expiresUs === "object")
                            message.expiresUs = new $util.LongBits(object.expiresUs.low >>> 0, object.expiresUs.high >>> 0).toNumber();
                if (object.badges) {
                    if (!$Array.isArray(object.badges))
                        throw $TypeError(".driftbox.v1.Policy.badges: array expected");
                    message.badges = $Array(object.badges.length);
                    for (let i = 0; i < object.badges.length; ++i) {
                        if (!$util.isObject(object.badges[i]))
                            throw $TypeError(".driftbox.v1.Policy.badges: object expected");
                        message.badges[i] = $root.driftbox.v1.PolicyBadge.fromObject(object.badges[i], _depth + 1);
                    }
                }
                if (object.roles) {
                    if (!$Array.isArray(object.roles))
                        throw $TypeError(".driftbox.v1.Policy.roles: array expected");
                    message.roles = $Array(object.roles.length);
                    for (let i = 0; i < object.roles.length; ++i) {
                        if (!$util.isObject(object.roles[i]))
                            throw $TypeError(".driftbox.v1.Policy.roles: object expected");
                        message.roles[i] = $root.driftbox.v1.PolicyRole.fromObject(object.roles[i], _depth + 1);
                    }
                }
                if (object.blockedBadges) {
                    if (!$Array.isArray(object.blockedBadges))
                        throw $TypeError(".driftbox.v1.Policy.blockedBadges: array expected");
                    message.blockedBadges = $Array(object.blockedBadges.length);
                    for (let i = 0; i < object.blockedBadges.length; ++i)
                        if (typeof object.blockedBadges[i] === "string")
                            $util.base64.decode(object.blockedBadges[i], message.blockedBadges[i] = $util.newBuffer($util.base64.length(object.blockedBadges[i])), 0);
                        else if (object.blockedBadges[i].length >= 0)
                            message.blockedBadges[i] = object.blockedBadges[i];
                }
                if (object.utcOffsetMin != null)
                    if ($Number(object.utcOffsetMin) !== 0)
                        message.utcOffsetMin = object.utcOffsetMin | 0;
                if (object.persons) {
                    if (!$Array.isArray(object.persons))
                        throw $TypeError(".driftbox.v1.Policy.persons: array expected");
                    message.persons = $Array(object.persons.length);
                    for (let i = 0; i < object.persons.length; ++i) {
                        if (!$util.isObject(object.persons[i]))
                            throw $TypeError(".driftbox.v1.Policy.persons: object expected");
                        message.persons[i] = $root.driftbox.v1.PolicyPerson.fromObject(object.persons[i], _depth + 1);
                    }
                }
                if (object.demands) {
                    if (!$Array.isArray(object.demands))
                        throw $TypeError(".driftbox.v1.Policy.demands: array expected");
                    message.demands = $Array(object.demands.length);
                    for (let i = 0; i < object.demands.length; ++i) {
                        if (!$util.isObject(object.demands[i]))
                            throw $TypeError(".driftbox.v1.Policy.demands: object expected");
                        message.demands[i] = $root.driftbox.v1.PolicyDemand.fromObject(object.demands[i], _depth + 1);
                    }
                }
                if (object.holidays) {
                    if (!$Array.isArray(object.holidays))
                        throw $TypeError(".driftbox.v1.Policy.holidays: array expected");
                    message.holidays = $Array(object.holidays.length);
                    for (let i = 0; i < object.holidays.length; ++i)
                        message.holidays[i] = object.holidays[i] >>> 0;
                }
                if (object.blockedUs != null)
                    if (typeof object.blockedUs === "object" ? object.blockedUs.low || object.blockedUs.high : $Number(object.blockedUs) !== 0)
                        if ($util.Long)
                            message.blockedUs = $util.Long.fromValue(object.blockedUs, false);
                        else if (typeof object.blockedUs === "string")
                            message.blockedUs = $parseInt(object.blockedUs, 10);
                        else if (typeof object.blockedUs === "number")
                            message.blockedUs = object.blockedUs;
                        else if (typeof object.blockedUs === "object")
                            message.blockedUs = new $util.LongBits(object.blockedUs.low >>> 0, object.blockedUs.high >>> 0).toNumber();
                return message;
            };

            Policy.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.badges = [];
                    object.roles = [];
                    object.blockedBadges = [];
                    object.persons = [];
                    object.demands = [];
                    object.holidays = [];
                }
                if (options.defaults) {
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.version = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.version = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.site = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.issuedUs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.issuedUs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.expiresUs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.expiresUs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.utcOffsetMin = 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.blockedUs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.blockedUs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.version = typeof message.version === "number" ? $BigInt(message.version) : $util.Long.fromBits(message.version.low >>> 0, message.version.high >>> 0, true).toBigInt();
                    else if (typeof message.version === "number")
                        object.version = options.longs === $String ? $String(message.version) : message.version;
                    else
                        object.version = options.longs === $String ? $util.Long.prototype.toString.call(message.version) : options.longs === $Number ? new $util.LongBits(message.version.low >>> 0, message.version.high >>> 0).toNumber(true) : message.version;
                if (message.site != null && $Object.hasOwnProperty.call(message, "site"))
                    object.site = message.site;
                if (message.issuedUs != null && $Object.hasOwnProperty.call(message, "issuedUs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.issuedUs = typeof message.issuedUs === "number" ? $BigInt(message.issuedUs) : $util.Long.fromBits(message.issuedUs.low >>> 0, message.issuedUs.high >>> 0, false).toBigInt();
                    else if (typeof message.issuedUs === "number")
                        object.issuedUs = options.longs === $String ? $String(message.issuedUs) : message.issuedUs;
                    else
                        object.issuedUs = options.longs === $String ? $util.Long.prototype.toString.call(message.issuedUs) : options.longs === $Number ? new $util.LongBits(message.issuedUs.low >>> 0, message.issuedUs.high >>> 0).toNumber() : message.issuedUs;
                if (message.expiresUs != null && $Object.hasOwnProperty.call(message, "expiresUs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.expiresUs = typeof message.expiresUs === "number" ? $BigInt(message.expiresUs) : $util.Long.fromBits(message.expiresUs.low >>> 0, message.expiresUs.high >>> 0, false).toBigInt();
                    else if (typeof message.expiresUs === "number")
                        object.expiresUs = options.longs === $String ? $String(message.expiresUs) : message.expiresUs;
                    else
                        object.expiresUs = options.longs === $String ? $util.Long.prototype.toString.call(message.expiresUs) : options.longs === $Number ? new $util.LongBits(message.expiresUs.low >>> 0, message.expiresUs.high >>> 0).toNumber() : message.expiresUs;
                if (message.badges && message.badges.length) {
                    object.badges = $Array(message.badges.length);
                    for (let j = 0; j < message.badges.length; ++j)
                        object.badges[j] = $root.driftbox.v1.PolicyBadge.toObject(message.badges[j], options, _depth + 1);
                }
                if (message.roles && message.roles.length) {
                    object.roles = $Array(message.roles.length);
                    for (let j = 0; j < message.roles.length; ++j)
                        object.roles[j] = $root.driftbox.v1.PolicyRole.toObject(message.roles[j], options, _depth + 1);
                }
                if (message.blockedBadges && message.blockedBadges.length) {
                    object.blockedBadges = $Array(message.blockedBadges.length);
                    for (let j = 0; j < message.blockedBadges.length; ++j)
                        object.blockedBadges[j] = options.bytes === $String ? $util.base64.encode(message.blockedBadges[j], 0, message.blockedBadges[j].length) : options.bytes === $Array ? $Array.prototype.slice.call(message.blockedBadges[j]) : message.blockedBadges[j];
                }
                if (message.utcOffsetMin != null && $Object.hasOwnProperty.call(message, "utcOffsetMin"))
                    object.utcOffsetMin = message.utcOffsetMin;
                if (message.persons && message.persons.length) {
                    object.persons = $Array(message.persons.length);
                    for (let j = 0; j < message.persons.length; ++j)
                        object.persons[j] = $root.driftbox.v1.PolicyPerson.toObject(message.persons[j], options, _depth + 1);
                }
                if (message.demands && message.demands.length) {
                    object.demands = $Array(message.demands.length);
                    for (let j = 0; j < message.demands.length; ++j)
                        object.demands[j] = $root.driftbox.v1.PolicyDemand.toObject(message.demands[j], options, _depth + 1);
                }
                if (message.holidays && message.holidays.length) {
                    object.holidays = $Array(message.holidays.length);
                    for (let j = 0; j < message.holidays.length; ++j)
                        object.holidays[j] = message.holidays[j];
                }
                if (message.blockedUs != null && $Object.hasOwnProperty.call(message, "blockedUs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.blockedUs = typeof message.blockedUs === "number" ? $BigInt(message.blockedUs) : $util.Long.fromBits(message.blockedUs.low >>> 0, message.blockedUs.high >>> 0, false).toBigInt();
                    else if (typeof message.blockedUs === "number")
                        object.blockedUs = options.longs === $String ? $String(message.blockedUs) : message.blockedUs;
                    else
                        object.blockedUs = options.longs === $String ? $util.Long.prototype.toString.call(message.blockedUs) : options.longs === $Number ? new $util.LongBits(message.blockedUs.low >>> 0, message.blockedUs.high >>> 0).toNumber() : message.blockedUs;
                return object;
            };

            Policy.prototype.toJSON = function() {
                return Policy.toObject(this, $protobuf.util.toJSONOptions);
            };

            Policy.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.Policy";
            };

            return Policy;
        })();

        v1.PolicyPerson = (function() {

            const PolicyPerson = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PolicyPerson.prototype.person = "";
            PolicyPerson.prototype.organization = "";
            PolicyPerson.prototype.role = "";
            PolicyPerson.prototype.pinRef = $util.newBuffer([]);
            PolicyPerson.prototype.duressRef = $util.newBuffer([]);

            PolicyPerson.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.person != null && $Object.hasOwnProperty.call(message, "person") && message.person !== "")
                    writer.uint32(10).string(message.person);
                if (message.organization != null && $Object.hasOwnProperty.call(message, "organization") && message.organization !== "")
                    writer.uint32(18).string(message.organization);
                if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== "")
                    writer.uint32(26).string(message.role);
                if (message.pinRef != null && $Object.hasOwnProperty.call(message, "pinRef") && message.pinRef.length)
                    writer.uint32(34).bytes(message.pinRef);
                if (message.duressRef != null && $Object.hasOwnProperty.call(message, "duressRef") && message.duressRef.length)
                    writer.uint32(42).bytes(message.duressRef);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            PolicyPerson.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.PolicyPerson();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.person = value;
                            else
                                delete message.person;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.organization = value;
                            else
                                delete message.organization;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.role = value;
                            else
                                delete message.role;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.pinRef = value;
                            else
                                delete message.pinRef;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.duressRef = value;
                            else
                                delete message.duressRef;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            PolicyPerson.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.PolicyPerson)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.PolicyPerson: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.PolicyPerson();
                if (object.person != null)
                    if (typeof object.person !== "string" || object.person.length)
                        message.person = $String(object.person);
                if (object.organization != null)
                    if (typeof object.organization !== "string" || object.organization.length)
                        message.organization = $String(object.organization);
                if (object.role != null)
                    if (typeof object.role !== "string" || object.role.length)
                        message.role = $String(object.role);
                if (object.pinRef != null)
                    if (object.pinRef.length)
                        if (typeof object.pinRef === "string")
                            $util.base64.decode(object.pinRef, message.pinRef = $util.newBuffer($util.base64.length(object.pinRef)), 0);
                        else if (object.pinRef.length >= 0)
                            message.pinRef = object.pinRef;
                if (object.duressRef != null)
                    if (object.duressRef.length)
                        if (typeof object.duressRef === "string")
                            $util.base64.decode(object.duressRef, message.duressRef = $util.newBuffer($util.base64.length(object.duressRef)), 0);
                        else if (object.duressRef.length >= 0)
                            message.duressRef = object.duressRef;
                return message;
            };

            PolicyPerson.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.person = "";
                    object.organization = "";
                    object.role = "";
                    if (options.bytes === $String)
                        object.pinRef = "";
                    else {
                        object.pinRef = [];
                        if (options.bytes !== $Array)
                            object.pinRef = $util.newBuffer(object.pinRef);
                    }
                    if (options.bytes === $String)
                        object.duressRef = "";
                    else {
                        object.duressRef = [];
                        if (options.bytes !== $Array)
                            object.duressRef = $util.newBuffer(object.duressRef);
                    }
                }
                if (message.person != null && $Object.hasOwnProperty.call(message, "person"))
                    object.person = message.person;
                if (message.organization != null && $Object.hasOwnProperty.call(message, "organization"))
                    object.organization = message.organization;
                if (message.role != null && $Object.hasOwnProperty.call(message, "role"))
                    object.role = message.role;
                if (message.pinRef != null && $Object.hasOwnProperty.call(message, "pinRef"))
                    object.pinRef = options.bytes === $String ? $util.base64.encode(message.pinRef, 0, message.pinRef.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.pinRef) : message.pinRef;
                if (message.duressRef != null && $Object.hasOwnProperty.call(message, "duressRef"))
                    object.duressRef = options.bytes === $String ? $util.base64.encode(message.duressRef, 0, message.duressRef.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.duressRef) : message.duressRef;
                return object;
            };

            PolicyPerson.prototype.toJSON = function() {
                return PolicyPerson.toObject(this, $protobuf.util.toJSONOptions);
            };

            PolicyPerson.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.PolicyPerson";
            };

            return PolicyPerson;
        })();

        v1.PinRule = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "PIN_RULE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "PIN_RULE_WEAK_BADGE"] = 1;
            values[valuesById[2] = "PIN_RULE_ALWAYS"] = 2;
            return values;
        })();

        v1.PolicyDemand = (function() {

            const PolicyDemand = function (properties) {
                this.compartments = [];
                this.actions = [];
                this.hosts = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PolicyDemand.prototype.box = "";
            PolicyDemand.prototype.compartments = $util.emptyArray;
            PolicyDemand.prototype.actions = $util.emptyArray;
            PolicyDemand.prototype.leastAssurance = 0;
            PolicyDemand.prototype.pin = 0;
            PolicyDemand.prototype.authorizers = 0;
            PolicyDemand.prototype.otherOrganization = false;
            PolicyDemand.prototype.hosts = $util.emptyArray;
            PolicyDemand.prototype.passbackMin = 0;

            PolicyDemand.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.box != null && $Object.hasOwnProperty.call(message, "box") && message.box !== "")
                    writer.uint32(10).string(message.box);
                if (message.compartments != null && message.compartments.length)
                    writer.uint32(18).uint32s(message.compartments);
                if (message.actions != null && message.actions.length)
                    writer.uint32(26).int32s(message.actions);
                if (message.leastAssurance != null && $Object.hasOwnProperty.call(message, "leastAssurance") && message.leastAssurance !== 0)
                    writer.uint32(32).int32(message.leastAssurance);
                if (message.pin != null && $Object.hasOwnProperty.call(message, "pin") && message.pin !== 0)
                    writer.uint32(40).int32(message.pin);
                if (message.authorizers != null && $Object.hasOwnProperty.call(message, "authorizers") && message.authorizers !== 0)
                    writer.uint32(48).uint32(message.authorizers);
                if (message.otherOrganization != null && $Object.hasOwnProperty.call(message, "otherOrganization") && message.otherOrganization !== false)
                    writer.uint32(56).bool(message.otherOrganization);
                if (message.hosts != null && message.hosts.length)
                    for (let i = 0; i < message.hosts.length; ++i)
                        writer.uint32(66).string(message.hosts[i]);
                if (message.passbackMin != null && $Object.hasOwnProperty.call(message, "passbackMin") && message.passbackMin !== 0)
                    writer.uint32(72).uint32(message.passbackMin);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            PolicyDemand.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.PolicyDemand();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.box = value;
                            else
                                delete message.box;
                            continue;
                        }
                    case 2: {
                            if (wireType === 2) {
                                if (!(message.compartments && message.compartments.length))
                                    message.compartments = [];
                                reader.uint32s(message.compartments);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.compartments && message.compartments.length))
                                message.compartments = [];
                            message.compartments.push(reader.uint32());
                            continue;
                        }
                    case 3: {
                            if (wireType === 2) {
                                if (!(message.actions && message.actions.length))
                                    message.actions = [];
                                reader.int32s(message.actions);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.actions && message.actions.length))
                                message.actions = [];
                            message.actions.push(reader.int32());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.leastAssurance = value;
                            else
                                delete message.leastAssurance;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.pin = value;
                            else
                                delete message.pin;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.authorizers = value;
                            else
                                delete message.authorizers;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.otherOrganization = value;
                            else
                                delete message.otherOrganization;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if (!(message.hosts && message.hosts.length))
                                message.hosts = [];
                            message.hosts.push(reader.stringVerify());
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.passbackMin = value;
                            else
                                delete message.passbackMin;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            PolicyDemand.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.PolicyDemand)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.PolicyDemand: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.PolicyDemand();
                if (object.box != null)
                    if (typeof object.box !== "string" || object.box.length)
                        message.box = $String(object.box);
                if (object.compartments) {
                    if (!$Array.isArray(object.compartments))
                        throw $TypeError(".driftbox.v1.PolicyDemand.compartments: array expected");
                    message.compartments = $Array(object.compartments.length);
                    for (let i = 0; i < object.compartments.length; ++i)
                        message.compartments[i] = object.compartments[i] >>> 0;
                }
                if (object.actions) {
                    if (!$Array.isArray(object.actions))
                        throw $TypeError(".driftbox.v1.PolicyDemand.actions: array expected");
                    message.actions = [];
                    for (let i = 0; i < object.actions.length; ++i)
                        switch (object.actions[i]) {
                        case "ACTION_UNSPECIFIED":
                        case 0:
                            message.actions[message.actions.length] = 0;
                            break;
                        case "ACTION_DEPOSIT":
                        case 1:
                            message.actions[message.actions.length] = 1;
                            break;
                        case "ACTION_COLLECT":
                        case 2:
                            message.actions[message.actions.length] = 2;
                            break;
                        default:
                            if (typeof object.actions[i] === "number" && (object.actions[i] | 0) === object.actions[i])
                                message.actions[message.actions.length] = object.actions[i];
                        }
                }
                if (object.leastAssurance !== 0 && (typeof object.leastAssurance !== "string" || $root.driftbox.v1.Assurance[object.leastAssurance] !== 0))
                    switch (object.leastAssurance) {
                    case "ASSURANCE_UNSPECIFIED":
                    case 0:
                        message.leastAssurance = 0;
                        break;
                    case "ASSURANCE_IDENTIFIER":
                    case 1:
                        message.leastAssurance = 1;
                        break;
                    case "ASSURANCE_COUNTER_MAC":
                    case 2:
                        message.leastAssurance = 2;
                        break;
                    case "ASSURANCE_MUTUAL_AUTH":
                    case 3:
                        message.leastAssurance = 3;
                        break;
                    default:
                        if (typeof object.leastAssurance === "number" && (object.leastAssurance | 0) === object.leastAssurance)
                            message.leastAssurance = object.leastAssurance;
                    }
                if (object.pin !== 0 && (typeof object.pin !== "string" || $root.driftbox.v1.PinRule[object.pin] !== 0))
                    switch (object.pin) {
                    case "PIN_RULE_UNSPECIFIED":
                    case 0:
                        message.pin = 0;
                        break;
                    case "PIN_RULE_WEAK_BADGE":
                    case 1:
                        message.pin = 1;
                        break;
                    case "PIN_RULE_ALWAYS":
                    case 2:
                        message.pin = 2;
                        break;
                    default:
                        if (typeof object.pin === "number" && (object.pin | 0) === object.pin)
                            message.pin = object.pin;
                    }
                if (object.authorizers != null)
                    if ($Number(object.authorizers) !== 0)
                        message.authorizers = object.authorizers >>> 0;
                if (object.otherOrganization != null)
                    if (object.otherOrganization)
                        message.otherOrganization = $Boolean(object.otherOrganization);
                if (object.hosts) {
                    if (!$Array.isArray(object.hosts))
                        throw $TypeError(".driftbox.v1.PolicyDemand.hosts: array expected");
                    message.hosts = $Array(object.hosts.length);
                    for (let i = 0; i < object.hosts.length; ++i)
                        message.hosts[i] = $String(object.hosts[i]);
                }
                if (object.passbackMin != null)
                    if ($Number(object.passbackMin) !== 0)
                        message.passbackMin = object.passbackMin >>> 0;
                return message;
            };

            PolicyDemand.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.compartments = [];
                    object.actions = [];
                    object.hosts = [];
                }
                if (options.defaults) {
                    object.box = "";
                    object.leastAssurance = options.enums === $String ? "ASSURANCE_UNSPECIFIED" : 0;
                    object.pin = options.enums === $String ? "PIN_RULE_UNSPECIFIED" : 0;
                    object.authorizers = 0;
                    object.otherOrganization = false;
                    object.passbackMin = 0;
                }
                if (message.box != null && $Object.hasOwnProperty.call(message, "box"))
                    object.box = message.box;
                if (message.compartments && message.compartments.length) {
                    object.compartments = $Array(message.compartments.length);
                    for (let j = 0; j < message.compartments.length; ++j)
                        object.compartments[j] = message.compartments[j];
                }
                if (message.actions && message.actions.length) {
                    object.actions = $Array(message.actions.length);
                    for (let j = 0; j < message.actions.length; ++j)
                        object.actions[j] = options.enums === $String ? $root.driftbox.v1.Action[message.actions[j]] === $undefined ? message.actions[j] : $root.driftbox.v1.Action[message.actions[j]] : message.actions[j];
                }
                if (message.leastAssurance != null && $Object.hasOwnProperty.call(message, "leastAssurance"))
                    object.leastAssurance = options.enums === $String ? $root.driftbox.v1.Assurance[message.leastAssurance] === $undefined ? message.leastAssurance : $root.driftbox.v1.Assurance[message.leastAssurance] : message.leastAssurance;
                if (message.pin != null && $Object.hasOwnProperty.call(message, "pin"))
                    object.pin = options.enums === $String ? $root.driftbox.v1.PinRule[message.pin] === $undefined ? message.pin : $root.driftbox.v1.PinRule[message.pin] : message.pin;
                if (message.authorizers != null && $Object.hasOwnProperty.call(message, "authorizers"))
                    object.authorizers = message.authorizers;
                if (message.otherOrganization != null && $Object.hasOwnProperty.call(message, "otherOrganization"))
                    object.otherOrganization = message.otherOrganization;
                if (message.hosts && message.hosts.length) {
                    object.hosts = $Array(message.hosts.length);
                    for (let j = 0; j < message.hosts.length; ++j)
                        object.hosts[j] = message.hosts[j];
                }
                if (message.passbackMin != null && $Object.hasOwnProperty.call(message, "passbackMin"))
                    object.passbackMin = message.passbackMin;
                return object;
            };

            PolicyDemand.prototype.toJSON = function() {
                return PolicyDemand.toObject(this, $protobuf.util.toJSONOptions);
            };

            PolicyDemand.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.PolicyDemand";
            };

            return PolicyDemand;
        })();

        v1.PolicyBadge = (function() {

            const PolicyBadge = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PolicyBadge.prototype.badgeRef = $util.newBuffer([]);
            PolicyBadge.prototype.person = "";
            PolicyBadge.prototype.role = "";
            PolicyBadge.prototype.organization = "";
            PolicyBadge.prototype.assurance = 0;

            PolicyBadge.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.badgeRef != null && $Object.hasOwnProperty.call(message, "badgeRef") && message.badgeRef.length)
                    writer.uint32(10).bytes(message.badgeRef);
                if (message.person != null && $Object.hasOwnProperty.call(message, "person") && message.person !== "")
                    writer.uint32(18).string(message.person);
                if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== "")
                    writer.uint32(26).string(message.role);
                if (message.organization != null && $Object.hasOwnProperty.call(message, "organization") && message.organization !== "")
                    writer.uint32(34).string(message.organization);
                if (message.assurance != null && $Object.hasOwnProperty.call(message, "assurance") && message.assurance !== 0)
                    writer.uint32(40).int32(message.assurance);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            PolicyBadge.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.PolicyBadge();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.badgeRef = value;
                            else
                                delete message.badgeRef;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.person = value;
                            else
                                delete message.person;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.role = value;
                            else
                                delete message.role;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.organization = value;
                            else
                                delete message.organization;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.assurance = value;
                            else
                                delete message.assurance;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            PolicyBadge.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.PolicyBadge)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.PolicyBadge: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.PolicyBadge();
                if (object.badgeRef != null)
                    if (object.badgeRef.length)
                        if (typeof object.badgeRef === "string")
                            $util.base64.decode(object.badgeRef, message.badgeRef = $util.newBuffer($util.base64.length(object.badgeRef)), 0);
                        else if (object.badgeRef.length >= 0)
                            message.badgeRef = object.badgeRef;
                if (object.person != null)
                    if (typeof object.person !== "string" || object.person.length)
                        message.person = $String(object.person);
                if (object.role != null)
                    if (typeof object.role !== "string" || object.role.length)
                        message.role = $String(object.role);
                if (object.organization != null)
                    if (typeof object.organization !== "string" || object.organization.length)
                        message.organization = $String(object.organization);
                if (object.assurance !== 0 && (typeof object.assurance !== "string" || $root.driftbox.v1.Assurance[object.assurance] !== 0))
                    switch (object.assurance) {
                    case "ASSURANCE_UNSPECIFIED":
                    case 0:
                        message.assurance = 0;
                        break;
                    case "ASSURANCE_IDENTIFIER":
                    case 1:
                        message.assurance = 1;
                        break;
                    case "ASSURANCE_COUNTER_MAC":
                    case 2:
                        message.assurance = 2;
                        break;
                    case "ASSURANCE_MUTUAL_AUTH":
                    case 3:
                        message.assurance = 3;
                        break;
                    default:
                        if (typeof object.assurance === "number" && (object.assurance | 0) === object.assurance)
                            message.assurance = object.assurance;
                    }
                return message;
            };

            PolicyBadge.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.badgeRef = "";
                    else {
                        object.badgeRef = [];
                        if (options.bytes !== $Array)
                            object.badgeRef = $util.newBuffer(object.badgeRef);
                    }
                    object.person = "";
                    object.role = "";
                    object.organization = "";
                    object.assurance = options.enums === $String ? "ASSURANCE_UNSPECIFIED" : 0;
                }
                if (message.badgeRef != null && $Object.hasOwnProperty.call(message, "badgeRef"))
                    object.badgeRef = options.bytes === $String ? $util.base64.encode(message.badgeRef, 0, message.badgeRef.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.badgeRef) : message.badgeRef;
                if (message.person != null && $Object.hasOwnProperty.call(message, "person"))
                    object.person = message.person;
                if (message.role != null && $Object.hasOwnProperty.call(message, "role"))
                    object.role = message.role;
                if (message.organization != null && $Object.hasOwnProperty.call(message, "organization"))
                    object.organization = message.organization;
                if (message.assurance != null && $Object.hasOwnProperty.call(message, "assurance"))
                    object.assurance = options.enums === $String ? $root.driftbox.v1.Assurance[message.assurance] === $undefined ? message.assurance : $root.driftbox.v1.Assurance[message.assurance] : message.assurance;
                return object;
            };

            PolicyBadge.prototype.toJSON = function() {
                return PolicyBadge.toObject(this, $protobuf.util.toJSONOptions);
            };

            PolicyBadge.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.PolicyBadge";
            };

            return PolicyBadge;
        })();

        v1.PolicyRole = (function() {

            const PolicyRole = function (properties) {
                this.rights = [];
                this.stale = [];
                this.withoutClock = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PolicyRole.prototype.role = "";
            PolicyRole.prototype.rights = $util.emptyArray;
            PolicyRole.prototype.staleAfterH = 0;
            PolicyRole.prototype.allowWithoutClock = false;
            PolicyRole.prototype.stale = $util.emptyArray;
            PolicyRole.prototype.withoutClock = $util.emptyArray;

            PolicyRole.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== "")
                    writer.uint32(10).string(message.role);
                if (message.rights != null && message.rights.length)
                    for (let i = 0; i < message.rights.length; ++i)
                        $root.driftbox.v1.PolicyRight.encode(message.rights[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.staleAfterH != null && $Object.hasOwnProperty.call(message, "staleAfterH") && message.staleAfterH !== 0)
                    writer.uint32(24).uint32(message.staleAfterH);
                if (message.allowWithoutClock != null && $Object.hasOwnProperty.call(message, "allowWithoutClock") && message.allowWithoutClock !== false)
                    writer.uint32(32).bool(message.allowWithoutClock);
                if (message.stale != null && message.stale.length)
                    for (let i = 0; i < message.stale.length; ++i)
                        $root.driftbox.v1.PolicyStale.encode(message.stale[i], writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.withoutClock != null && message.withoutClock.length)
                    for (let i = 0; i < message.withoutClock.length; ++i)
                        $root.driftbox.v1.PolicyClock.encode(message.withoutClock[i], writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            PolicyRole.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.PolicyRole();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.role = value;
                            else
                                delete message.role;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.rights && message.rights.length))
                                message.rights = [];
                            message.rights.push($root.driftbox.v1.PolicyRight.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.staleAfterH = value;
                            else
                                delete message.staleAfterH;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.allowWithoutClock = value;
                            else
                                delete message.allowWithoutClock;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.stale && message.stale.length))
                                message.stale = [];
                            message.stale.push($root.driftbox.v1.PolicyStale.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.withoutClock && message.withoutClock.length))
                                message.withoutClock = [];
                            message.withoutClock.push($root.driftbox.v1.PolicyClock.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            PolicyRole.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.PolicyRole)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.PolicyRole: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.PolicyRole();
                if (object.role != null)
                    if (typeof object.role !== "string" || object.role.length)
                        message.role = $String(object.role);
                if (object.rights) {
                    if (!$Array.isArray(object.rights))
                        throw $TypeError(".driftbox.v1.PolicyRole.rights: array expected");
                    message.rights = $Array(object.rights.length);
                    for (let i = 0; i < object.rights.length; ++i) {
                        if (!$util.isObject(object.rights[i]))
                            throw $TypeError(".driftbox.v1.PolicyRole.rights: object expected");
                        message.rights[i] = $root.driftbox.v1.PolicyRight.fromObject(object.rights[i], _depth + 1);
                    }
                }
                if (object.staleAfterH != null)
                    if ($Number(object.staleAfterH) !== 0)
                        message.staleAfterH = object.staleAfterH >>> 0;
                if (object.allowWithoutClock != null)
                    if (object.allowWithoutClock)
                        message.allowWithoutClock = $Boolean(object.allowWithoutClock);
                if (object.stale) {
                    if (!$Array.isArray(object.stale))
                        throw $TypeError(".driftbox.v1.PolicyRole.stale: array expected");
                    message.stale = $Array(object.stale.length);
                    for (let i = 0; i < object.stale.length; ++i) {
                        if (!$util.isObject(object.stale[i]))
                            throw $TypeError(".driftbox.v1.PolicyRole.stale: object expected");
                        message.stale[i] = $root.driftbox.v1.PolicyStale.fromObject(object.stale[i], _depth + 1);
                    }
                }
                if (object.withoutClock) {
                    if (!$Array.isArray(object.withoutClock))
                        throw $TypeError(".driftbox.v1.PolicyRole.withoutClock: array expected");
                    message.withoutClock = $Array(object.withoutClock.length);
                    for (let i = 0; i < object.withoutClock.length; ++i) {
                        if (!$util.isObject(object.withoutClock[i]))
                            throw $TypeError(".driftbox.v1.PolicyRole.withoutClock: object expected");
                        message.withoutClock[i] = $root.driftbox.v1.PolicyClock.fromObject(object.withoutClock[i], _depth + 1);
                    }
                }
                return message;
            };

            PolicyRole.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.rights = [];
                    object.stale = [];
                    object.withoutClock = [];
                }
                if (options.defaults) {
                    object.role = "";
                    object.staleAfterH = 0;
                    object.allowWithoutClock = false;
                }
                if (message.role != null && $Object.hasOwnProperty.call(message, "role"))
                    object.role = message.role;
                if (message.rights && message.rights.length) {
                    object.rights = $Array(message.rights.length);
                    for (let j = 0; j < message.rights.length; ++j)
                        object.rights[j] = $root.driftbox.v1.PolicyRight.toObject(message.rights[j], options, _depth + 1);
                }
                if (message.staleAfterH != null && $Object.hasOwnProperty.call(message, "staleAfterH"))
                    object.staleAfterH = message.staleAfterH;
                if (message.allowWithoutClock != null && $Object.hasOwnProperty.call(message, "allowWithoutClock"))
                    object.allowWithoutClock = message.allowWithoutClock;
                if (message.stale && message.stale.length) {
                    object.stale = $Array(message.stale.length);
                    for (let j = 0; j < message.stale.length; ++j)
                        object.stale[j] = $root.driftbox.v1.PolicyStale.toObject(message.stale[j], options, _depth + 1);
                }
                if (message.withoutClock && message.withoutClock.length) {
                    object.withoutClock = $Array(message.withoutClock.length);
                    for (let j = 0; j < message.withoutClock.length; ++j)
                        object.withoutClock[j] = $root.driftbox.v1.PolicyClock.toObject(message.withoutClock[j], options, _depth + 1);
                }
                return object;
            };

            PolicyRole.prototype.toJSON = function() {
                return PolicyRole.toObject(this, $protobuf.util.toJSONOptions);
            };

            PolicyRole.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.PolicyRole";
            };

            return PolicyRole;
        })();

        v1.Leniency = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "LENIENCY_UNSPECIFIED"] = 0;
            values[valuesById[1] = "LENIENCY_ALLOW"] = 1;
            values[valuesById[2] = "LENIENCY_SECOND_PERSON"] = 2;
            values[valuesById[3] = "LENIENCY_REFUSE"] = 3;
            return values;
        })();

        v1.PolicyStale = (function() {

            const PolicyStale = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PolicyStale.prototype.action = 0;
            PolicyStale.prototype.afterH = 0;
            PolicyStale.prototype.leniency = 0;

            PolicyStale.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.action != null && $Object.hasOwnProperty.call(message, "action") && message.action !== 0)
                    writer.uint32(8).int32(message.action);
                if (message.afterH != null && $Object.hasOwnProperty.call(message, "afterH") && message.afterH !== 0)
                    writer.uint32(16).uint32(message.afterH);
                if (message.leniency != null && $Object.hasOwnProperty.call(message, "leniency") && message.leniency !== 0)
                    writer.uint32(24).int32(message.leniency);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            PolicyStale.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.PolicyStale();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.action = value;
                            else
                                delete message.action;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.afterH = value;
                            else
                                delete message.afterH;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.leniency = value;
                            else
                                delete message.leniency;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            PolicyStale.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.PolicyStale)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.PolicyStale: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.PolicyStale();
                if (object.action !== 0 && (typeof object.action !== "string" || $root.driftbox.v1.Action[object.action] !== 0))
                    switch (object.action) {
                    case "ACTION_UNSPECIFIED":
                    case 0:
                        message.action = 0;
                        break;
                    case "ACTION_DEPOSIT":
                    case 1:
                        message.action = 1;
                        break;
                    case "ACTION_COLLECT":
                    case 2:
                        message.action = 2;
                        break;
                    default:
                        if (typeof object.action === "number" && (object.action | 0) === object.action)
                            message.action = object.action;
                    }
                if (object.afterH != null)
                    if ($Number(object.afterH) !== 0)
                        message.afterH = object.afterH >>> 0;
                if (object.leniency !== 0 && (typeof object.leniency !== "string" || $root.driftbox.v1.Leniency[object.leniency] !== 0))
                    switch (object.leniency) {
                    case "LENIENCY_UNSPECIFIED":
                    case 0:
                        message.leniency = 0;
                        break;
                    case "LENIENCY_ALLOW":
                    case 1:
                        message.leniency = 1;
                        break;
                    case "LENIENCY_SECOND_PERSON":
                    case 2:
                        message.leniency = 2;
                        break;
                    case "LENIENCY_REFUSE":
                    case 3:
                        message.leniency = 3;
                        break;
                    default:
                        if (typeof object.leniency === "number" && (object.leniency | 0) === object.leniency)
                            message.leniency = object.leniency;
                    }
                return message;
            };

            PolicyStale.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.action = options.enums === $String ? "ACTION_UNSPECIFIED" : 0;
                    object.afterH = 0;
                    object.leniency = options.enums === $String ? "LENIENCY_UNSPECIFIED" : 0;
                }
                if (message.action != null && $Object.hasOwnProperty.call(message, "action"))
                    object.action = options.enums === $String ? $root.driftbox.v1.Action[message.action] === $undefined ? message.action : $root.driftbox.v1.Action[message.action] : message.action;
                if (message.afterH != null && $Object.hasOwnProperty.call(message, "afterH"))
                    object.afterH = message.afterH;
                if (message.leniency != null && $Object.hasOwnProperty.call(message, "leniency"))
                    object.leniency = options.enums === $String ? $root.driftbox.v1.Leniency[message.leniency] === $undefined ? message.leniency : $root.driftbox.v1.Leniency[message.leniency] : message.leniency;
                return object;
            };

            PolicyStale.prototype.toJSON = function() {
                return PolicyStale.toObject(this, $protobuf.util.toJSONOptions);
            };

            PolicyStale.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.PolicyStale";
            };

            return PolicyStale;
        })();

        v1.PolicyClock = (function() {

            const PolicyClock = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PolicyClock.prototype.action = 0;
            PolicyClock.prototype.leniency = 0;

            PolicyClock.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.action != null && $Object.hasOwnProperty.call(message, "action") && message.action !== 0)
                    writer.uint32(8).int32(message.action);
                if (message.leniency != null && $Object.hasOwnProperty.call(message, "leniency") && message.leniency !== 0)
                    writer.uint32(16).int32(message.leniency);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            PolicyClock.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.PolicyClock();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.action = value;
                            else
                                delete message.action;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.leniency = value;
                            else
                                delete message.leniency;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            PolicyClock.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.PolicyClock)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.PolicyClock: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.PolicyClock();
                if (object.action !== 0 && (typeof object.action !== "string" || $root.driftbox.v1.Action[object.action] !== 0))
                    switch (object.action) {
                    case "ACTION_UNSPECIFIED":
                    case 0:
                        message.action = 0;
                        break;
                    case "ACTION_DEPOSIT":
                    case 1:
                        message.action = 1;
                        break;
                    case "ACTION_COLLECT":
                    case 2:
                        message.action = 2;
                        break;
                    default:
                        if (typeof object.action === "number" && (object.action | 0) === object.action)
                            message.action = object.action;
                    }
                if (object.leniency !== 0 && (typeof object.leniency !== "string" || $root.driftbox.v1.Leniency[object.leniency] !== 0))
                    switch (object.leniency) {
                    case "LENIENCY_UNSPECIFIED":
                    case 0:
                        message.leniency = 0;
                        break;
                    case "LENIENCY_ALLOW":
                    case 1:
                        message.leniency = 1;
                        break;
                    case "LENIENCY_SECOND_PERSON":
                    case 2:
                        message.leniency = 2;
                        break;
                    case "LENIENCY_REFUSE":
                    case 3:
                        message.leniency = 3;
                        break;
                    default:
                        if (typeof object.leniency === "number" && (object.leniency | 0) === object.leniency)
                            message.leniency = object.leniency;
                    }
                return message;
            };

            PolicyClock.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.action = options.enums === $String ? "ACTION_UNSPECIFIED" : 0;
                    object.leniency = options.enums === $String ? "LENIENCY_UNSPECIFIED" : 0;
                }
                if (message.action != null && $Object.hasOwnProperty.call(message, "action"))
                    object.action = options.enums === $String ? $root.driftbox.v1.Action[message.action] === $undefined ? message.action : $root.driftbox.v1.Action[message.action] : message.action;
                if (message.leniency != null && $Object.hasOwnProperty.call(message, "leniency"))
                    object.leniency = options.enums === $String ? $root.driftbox.v1.Leniency[message.leniency] === $undefined ? message.leniency : $root.driftbox.v1.Leniency[message.leniency] : message.leniency;
                return object;
            };

            PolicyClock.prototype.toJSON = function() {
                return PolicyClock.toObject(this, $protobuf.util.toJSONOptions);
            };

            PolicyClock.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.PolicyClock";
            };

            return PolicyClock;
        })();

        v1.PolicyRight = (function() {

            const PolicyRight = function (properties) {
                this.compartments = [];
                this.windows = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PolicyRight.prototype.box = "";
            PolicyRight.prototype.compartments = $util.emptyArray;
            PolicyRight.prototype.canDeposit = false;
            PolicyRight.prototype.canCollect = false;
            PolicyRight.prototype.windows = $util.emptyArray;
            PolicyRight.prototype.canAuthorize = false;

            PolicyRight.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.box != null && $Object.hasOwnProperty.call(message, "box") && message.box !== "")
                    writer.uint32(10).string(message.box);
                if (message.compartments != null && message.compartments.length)
                    writer.uint32(18).uint32s(message.compartments);
                if (message.canDeposit != null && $Object.hasOwnProperty.call(message, "canDeposit") && message.canDeposit !== false)
                    writer.uint32(24).bool(message.canDeposit);
                if (message.canCollect != null && $Object.hasOwnProperty.call(message, "canCollect") && message.canCollect !== false)
                    writer.uint32(32).bool(message.canCollect);
                if (message.windows != null && message.windows.length)
                    for (let i = 0; i < message.windows.length; ++i)
                        $root.driftbox.v1.PolicyWindow.encode(message.windows[i], writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.canAuthorize != null && $Object.hasOwnProperty.call(message, "canAuthorize") && message.canAuthorize !== false)
                    writer.uint32(48).bool(message.canAuthorize);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            PolicyRight.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.PolicyRight();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.box = value;
                            else
                                delete message.box;
                            continue;
                        }
                    case 2: {
                            if (wireType === 2) {
                                if (!(message.compartments && message.compartments.length))
                                    message.compartments = [];
                                reader.uint32s(message.compartments);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.compartments && message.compartments.length))
                                message.compartments = [];
                            message.compartments.push(reader.uint32());
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.canDeposit = value;
                            else
                                delete message.canDeposit;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.canCollect = value;
                            else
                                delete message.canCollect;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.windows && message.windows.length))
                                message.windows = [];
                            message.windows.push($root.driftbox.v1.PolicyWindow.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.canAuthorize = value;
                            else
                                delete message.canAuthorize;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            PolicyRight.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.PolicyRight)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.PolicyRight: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.PolicyRight();
                if (object.box != null)
                    if (typeof object.box !== "string" || object.box.length)
                        message.box = $String(object.box);
                if (object.compartments) {
                    if (!$Array.isArray(object.compartments))
                        throw $TypeError(".driftbox.v1.PolicyRight.compartments: array expected");
                    message.compartments = $Array(object.compartments.length);
                    for (let i = 0; i < object.compartments.length; ++i)
                        message.compartments[i] = object.compartments[i] >>> 0;
                }
                if (object.canDeposit != null)
                    if (object.canDeposit)
                        message.canDeposit = $Boolean(object.canDeposit);
                if (object.canCollect != null)
                    if (object.canCollect)
                        message.canCollect = $Boolean(object.canCollect);
                if (object.windows) {
                    if (!$Array.isArray(object.windows))
                        throw $TypeError(".driftbox.v1.PolicyRight.windows: array expected");
                    message.windows = $Array(object.windows.length);
                    for (let i = 0; i < object.windows.length; ++i) {
                        if (!$util.isObject(object.windows[i]))
                            throw $TypeError(".driftbox.v1.PolicyRight.windows: object expected");
                        message.windows[i] = $root.driftbox.v1.PolicyWindow.fromObject(object.windows[i], _depth + 1);
                    }
                }
                if (object.canAuthorize != null)
                    if (object.canAuthorize)
                        message.canAuthorize = $Boolean(object.canAuthorize);
                return message;
            };

            PolicyRight.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.compartments = [];
                    object.windows = [];
                }
                if (options.defaults) {
                    object.box = "";
                    object.canDeposit = false;
                    object.canCollect = false;
                    object.canAuthorize = false;
                }
                if (message.box != null && $Object.hasOwnProperty.call(message, "box"))
                    object.box = message.box;
                if (message.compartments && message.compartments.length) {
                    object.compartments = $Array(message.compartments.length);
                    for (let j = 0; j < message.compartments.length; ++j)
                        object.compartments[j] = message.compartments[j];
                }
                if (message.canDeposit != null && $Object.hasOwnProperty.call(message, "canDeposit"))
                    object.canDeposit = message.canDeposit;
                if (message.canCollect != null && $Object.hasOwnProperty.call(message, "canCollect"))
                    object.canCollect = message.canCollect;
                if (message.windows && message.windows.length) {
                    object.windows = $Array(message.windows.length);
                    for (let j = 0; j < message.windows.length; ++j)
                        object.windows[j] = $root.driftbox.v1.PolicyWindow.toObject(message.windows[j], options, _depth + 1);
                }
                if (message.canAuthorize != null && $Object.hasOwnProperty.call(message, "canAuthorize"))
                    object.canAuthorize = message.canAuthorize;
                return object;
            };

            PolicyRight.prototype.toJSON = function() {
                return PolicyRight.toObject(this, $protobuf.util.toJSONOptions);
            };

            PolicyRight.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.PolicyRight";
            };

            return PolicyRight;
        })();

        v1.PolicyWindow = (function() {

            const PolicyWindow = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PolicyWindow.prototype.days = 0;
            PolicyWindow.prototype.fromMin = 0;
            PolicyWindow.prototype.toMin = 0;

            PolicyWindow.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.days != null && $Object.hasOwnProperty.call(message, "days") && message.days !== 0)
                    writer.uint32(8).uint32(message.days);
                if (message.fromMin != null && $Object.hasOwnProperty.call(message, "fromMin") && message.fromMin !== 0)
                    writer.uint32(16).uint32(message.fromMin);
                if (message.toMin != null && $Object.hasOwnProperty.call(message, "toMin") && message.toMin !== 0)
                    writer.uint32(24).uint32(message.toMin);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            PolicyWindow.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.driftbox.v1.PolicyWindow();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.days = value;
                            else
                                delete message.days;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.fromMin = value;
                            else
                                delete message.fromMin;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.toMin = value;
                            else
                                delete message.toMin;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            PolicyWindow.fromObject = function (object, _depth) {
                if (object instanceof $root.driftbox.v1.PolicyWindow)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".driftbox.v1.PolicyWindow: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.driftbox.v1.PolicyWindow();
                if (object.days != null)
                    if ($Number(object.days) !== 0)
                        message.days = object.days >>> 0;
                if (object.fromMin != null)
                    if ($Number(object.fromMin) !== 0)
                        message.fromMin = object.fromMin >>> 0;
                if (object.toMin != null)
                    if ($Number(object.toMin) !== 0)
                        message.toMin = object.toMin >>> 0;
                return message;
            };

            PolicyWindow.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.days = 0;
                    object.fromMin = 0;
                    object.toMin = 0;
                }
                if (message.days != null && $Object.hasOwnProperty.call(message, "days"))
                    object.days = message.days;
                if (message.fromMin != null && $Object.hasOwnProperty.call(message, "fromMin"))
                    object.fromMin = message.fromMin;
                if (message.toMin != null && $Object.hasOwnProperty.call(message, "toMin"))
                    object.toMin = message.toMin;
                return object;
            };

            PolicyWindow.prototype.toJSON = function() {
                return PolicyWindow.toObject(this, $protobuf.util.toJSONOptions);
            };

            PolicyWindow.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/driftbox.v1.PolicyWindow";
            };

            return PolicyWindow;
        })();

        return v1;
    })();

    return driftbox;
})();

export {
  $root as default
};
