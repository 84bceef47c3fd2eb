// A short tick for a key, made by the browser: no file, no speech.

const tickS = 0.03;
const pitchHz = 1_200;
const loudness = 0.08;

let output: AudioContext | undefined;

/** Silent where the browser has no sound. */
export function tick(): void {
  try {
    output ??= new AudioContext();
    const tone = output.createOscillator();
    const gain = output.createGain();
    tone.frequency.value = pitchHz;
    gain.gain.value = loudness;
    tone.connect(gain).connect(output.destination);
    tone.start();
    tone.stop(output.currentTime + tickS);
  } catch {
    // The key works all the same.
  }
}
