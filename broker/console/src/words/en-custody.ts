// English words of troubles, handovers, manifests and check codes.

import type {
  HandoverView,
  ManifestView,
  TroubleKind,
  Unvouched,
} from "../../../ports/custody-views.ts";

type Told =
  | TroubleKind
  | "ManifestOverdue"
  | "ManifestNotTaken"
  | "ImpossibleTravel"
  | "BoxNearlyFull";

type CustodyKey =
  | `trouble.${Told}`
  | `todo.${Told}`
  | `unvouched.${Unvouched}`
  | `handover.${HandoverView["state"]}`
  | `manifest.${ManifestView["state"]}`;

export const enCustody = {
  "trouble.BadgeCloned": "Badge copied",
  "trouble.ContainerDoubtful": "Nobody vouches for the contents",
  "trouble.DepositUnverified": "Deposit not verified",
  "trouble.DocumentRefused": "Signed document refused",
  "trouble.DoorAjar": "Door not latched",
  "trouble.DoorForced": "Door forced open, not explained",
  "trouble.DoorHeldOpen": "Door held open",
  "trouble.DuressSignaled": "Duress: somebody is being forced",
  "trouble.EmergencyDeclared": "Emergency opening, signature owed",
  "trouble.EmptyingUnconfirmed": "Emptied, not confirmed by sensors",
  "trouble.HandoverDisputed": "Handover disputed",
  "trouble.ImpossibleTravel": "One badge at two sites too soon",
  "trouble.LockFaulted": "Lock fault",
  "trouble.LockoutStarted": "Locked out",
  "trouble.ManifestNotTaken": "Manifest never taken",
  "trouble.BoxNearlyFull": "Box nearly full",
  "trouble.ManifestOverdue": "Manifest not closed",
  "trouble.OverrideUsed": "Mechanical key, not explained",
  "trouble.ParcelUnaccounted": "Parcel unaccounted for",
  "trouble.ParcelsMissing": "Missing from a manifest",
  "trouble.SensorQuarantined": "Sensor to repair",
  "trouble.TamperDetected": "Tampering detected",
  "trouble.TroublesLeftOff": "Older ones are not listed",
  "todo.BadgeCloned":
    "Block the badge, publish the policy, give the person a new one. Ends with the new policy.",
  "todo.ContainerDoubtful":
    "Have the contents counted. Ends when it is sealed again with a list, or opened at its end.",
  "todo.DepositUnverified":
    "Ask the depositor for the check code and have somebody look. Ends when the parcel is seen, or by a decision of staff.",
  "todo.DocumentRefused": "Publish a newer version. Ends when the gateway takes one.",
  "todo.DoorAjar": "Have the door shut. Ends when it is.",
  "todo.DoorForced": "Send somebody to look and count. Ends when a person explains it at the box.",
  "todo.DoorHeldOpen": "Have the door shut. Ends when it is.",
  "todo.DuressSignaled":
    "Do not call the box or the person: nothing there shows it. Act by your plan for robberies. Ends by a decision of staff.",
  "todo.EmergencyDeclared": "Another person signs at the box. Ends with the signature.",
  "todo.EmptyingUnconfirmed":
    "Have somebody look inside. Ends when the box is emptied and its sensors agree.",
  "todo.HandoverDisputed":
    "Hear both; until then the giver answers. Ends when what was disputed moves on, or by a decision of staff.",
  "todo.ImpossibleTravel":
    "Ask the person for the badge. Lent or copied: block it. Ends after 30 days, or by a decision of staff.",
  "todo.LockFaulted": "Send a fitter. Ends when the lock opens or the compartment is enabled.",
  "todo.LockoutStarted": "Ask who tried. Ends by itself.",
  "todo.ManifestNotTaken":
    "Its window is over, no gateway told that it took it, and it is sent no more. Issue it again with a later end, or withdraw it (driftbox manifest). Ends with either.",
  "todo.BoxNearlyFull": "Have it emptied before it is full. Ends when there is room again.",
  "todo.ManifestOverdue": "Two persons close it at the box. Ends when it is closed.",
  "todo.ManifestsRefused":
    "See in the event why. No room: have open ones closed at the box; else publish the set again (driftbox manifest). Ends when the gateway opens a new manifest; a set without one tells nothing, then by a decision of staff (driftbox trouble settle).",
  "todo.OverrideUsed": "Find who has the key. Ends when a person explains it at the box.",
  "todo.ParcelUnaccounted":
    "Search, and ask who was there last. Ends when every parcel is surely seen, or by a decision of staff.",
  "todo.ParcelsMissing":
    "Search where they were last. Ends when every parcel is surely seen, or by a decision of staff.",
  "todo.SensorQuarantined": "Repair it, then command restore-sensor. Ends with that.",
  "todo.TamperDetected":
    "Send somebody to look. Ends by a decision of staff (driftbox trouble settle).",
  "todo.TroublesLeftOff":
    "More of this kind are open at the gateway than are listed. Look through its events up to this one. Ends by a decision of staff (driftbox trouble settle).",
  "call.duty": "Call the duty officer of the site",
  "call.police": "Call the police, then the security officer",
  "call.security": "Call the security officer",
  "call.fitter": "Call the fitter",
  "call.dispatcher": "Call the dispatcher",
  "nav.troubles": "Troubles",
  "troubles.title": "Troubles",
  "troubles.none": "Nothing needs anybody.",
  "troubles.count": "{n} open",
  "troubles.open": "Needs a person",
  "troubles.repairs": "Repair list",
  "troubles.duress": "Somebody is being forced: {places}",
  "troubles.until": "until {time}",
  "troubles.left": "{n} still fit",
  "troubles.other": "and {site}",
  "unvouched.opened-on-the-way": "opened on the way",
  "unvouched.seal-broken": "seal tag broken",
  "unvouched.seal-mismatch": "another seal tag",
  "unvouched.not-listed": "not on the list when it was sealed again",
  "unvouched.container-unknown": "nothing is known of its container",
  "parcel.unknownSince": "Unknown since",
  "parcel.since": "since",
  "custody.label": "Custody",
  "custody.parcels": "All parcels",
  "custody.handovers": "Handovers",
  "custody.manifests": "Manifests",
  "custody.code": "Check code",
  "handovers.title": "Handovers",
  "handovers.none": "No handover yet.",
  "handover.released": "Waiting for the receiver",
  "handover.accepted": "Accepted",
  "handover.disputed": "Disputed",
  "handover.withdrawn": "Taken back",
  "handover.giverSays": "The giver says",
  "handover.receiverSays": "The receiver says",
  "handover.nobody": "nobody came",
  "handover.refused": "Refused, stay with the giver",
  "handover.seals": "Seal tags",
  "handover.releaseCode": "Code of the giver",
  "handover.answerCode": "Code of both",
  "handover.nothing": "nothing",
  "manifests.title": "Manifests",
  "manifests.none": "No manifest yet.",
  "manifest.issued": "Issued, not taken yet",
  "manifest.lapsed": "Window over, never taken",
  "manifest.withdrawn": "Withdrawn",
  "manifest.open": "Open",
  "manifest.closed": "Closed",
  "manifest.onBoard": "made on board",
  "manifest.overdue": "overdue",
  "manifest.window": "{from} to {until}",
  "manifest.untilOnly": "until {until}",
  "manifest.expected": "Expected",
  "manifest.found": "Found",
  "manifest.missing": "Missing",
  "manifest.extra": "Extra",
  "manifest.closedBy": "Closed by {persons}",
  "code.title": "Check code",
  "code.label": "Check code",
  "code.hint": "Eight characters as somebody reads them: either case, O counts as 0, I and L as 1.",
  "code.wrong": "A check code has eight characters.",
  "code.none": "No event has this code. Ask for it once more, or wait for the gateway's upload.",
  "code.event": "The signed event",
  "code.now": "Where it is now",
  "code.noParcel": "The event names no parcel.",
  "code.try": "Look it up as a check code",
  "setting.asConfigured": "as configured",
  "documents.title": "Documents",
  "documents.policy": "Policy {version}",
  "documents.policyNone": "No policy yet",
  "documents.blockList": "Block list",
  "documents.grants": "Grants {version}: {n}",
  "documents.stale": "too old",
  "documents.waiting": "version {version} not taken yet",
} as const satisfies Readonly<Record<CustodyKey, string>> & Readonly<Record<string, string>>;
