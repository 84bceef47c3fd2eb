// The page: the bar that is always there, and one screen beside it.

import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { PanelScreen, PanelView } from "../../ports/panel.ts";
import { isBlind, language, view } from "./live.ts";
import { Bar } from "./parts/bar.tsx";
import { Ending } from "./parts/ending.tsx";
import { ClosingScreen } from "./screens/closing-screen.tsx";
import { CodeScreen } from "./screens/code-screen.tsx";
import { DepositedScreen, DepositScreen } from "./screens/deposit-screen.tsx";
import { DoorScreen } from "./screens/door-screen.tsx";
import { FormScreen } from "./screens/form-screen.tsx";
import { HelpScreen } from "./screens/help-screen.tsx";
import { ListingScreen } from "./screens/listing-screen.tsx";
import {
  BlindScreen,
  NoteScreen,
  PersonScreen,
  SecuredScreen,
  SuspendedScreen,
} from "./screens/note-screen.tsx";
import { OwedScreen } from "./screens/owed-screen.tsx";
import { PickupScreen, PinScreen } from "./screens/pad-screen.tsx";
import { RefusedScreen } from "./screens/refused-screen.tsx";
import {
  BadgeScreen,
  ServicedScreen,
  ServiceScreen,
  ToolsScreen,
} from "./screens/service-screen.tsx";
import { StaffScreen } from "./screens/staff-screen.tsx";
import { StartScreen } from "./screens/start-screen.tsx";
import { TestScreen } from "./screens/test-screen.tsx";

function Screen({ now }: { readonly now: PanelView }): JSX.Element {
  const { screen } = now;
  switch (screen.name) {
    case "start":
      return <StartScreen now={now} />;
    case "help":
      return <HelpScreen now={now} />;
    case "pickup":
      return <PickupScreen />;
    case "deposit":
      return <DepositScreen {...screen} />;
    case "deposited":
      return <DepositedScreen n={screen.n} answers={screen.answers} />;
    case "code":
      return <CodeScreen now={now} screen={screen} />;
    case "form":
      return <FormScreen {...screen} />;
    case "closing":
      return <ClosingScreen {...screen} />;
    case "owed":
      return <OwedScreen screen={screen} documents={now.documents} />;
    case "tools":
      return <ToolsScreen />;
    case "test":
      return <TestScreen {...screen} />;
    case "listing":
      return <ListingScreen {...screen} />;
    case "badge":
      return <BadgeScreen />;
    case "serviced":
      return <ServicedScreen />;
    case "service":
      return <ServiceScreen screen={screen} documents={now.documents} />;
    case "suspended":
      return <SuspendedScreen />;
    case "staff":
      return <StaffScreen screen={screen} documents={now.documents} />;
    case "pin":
      return <PinScreen />;
    case "person":
      return <PersonScreen reason={screen.reason} />;
    case "door":
      return <DoorScreen now={now} screen={screen} />;
    case "secured":
      return <SecuredScreen n={screen.n} isLinked={now.isLinked} />;
    case "refused":
      return <RefusedScreen now={now} screen={screen} />;
    case "working":
    case "alarm":
    case "locate":
      break;
  }
  return <NoteScreen name={screen.name} />;
}

/** One key a question, so that what was typed for one is never there for the next. */
function keyOf(screen: PanelScreen): string {
  if ("step" in screen) return `${screen.name} ${screen.step}`;
  return "n" in screen ? `${screen.name} ${screen.n}` : screen.name;
}

export function App(): JSX.Element {
  const now = view.value;
  const main = useRef<HTMLElement>(null);
  const key = now === undefined ? "" : keyOf(now.screen);
  useEffect(() => {
    document.documentElement.lang = language.value === "zh" ? "zh-CN" : "en";
    document.documentElement.dataset["contrast"] = String(now?.choices.hasMoreContrast ?? false);
  });
  useEffect(() => main.current?.querySelector<HTMLElement>("h1")?.focus(), [key]);
  if (now === undefined || isBlind.value) {
    return (
      <main class="screen" data-screen={isBlind.value ? "blind" : "opening"}>
        {isBlind.value && <BlindScreen />}
      </main>
    );
  }
  return (
    <>
      <main ref={main} class="screen" data-screen={now.screen.name} key={key}>
        <Screen now={now} />
      </main>
      <Bar now={now} />
      {now.isEnding && <Ending />}
    </>
  );
}
