# The first boot feeds the watchdog, then leaves it hungry and waits for the end; the second boot is
# the kernel starting itself again, and its tests read what the first one wrote down.
if [ ! -e /mnt/first-boot ]; then
  cat /proc/sys/kernel/random/boot_id >/mnt/first-boot
  node node_modules/tsx/dist/cli.mjs test/kernel/watchdog/feed.ts /mnt/feeding.json
  sleep 30
  echo "not rebooted" >/mnt/survived
fi
