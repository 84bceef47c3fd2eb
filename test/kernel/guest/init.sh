#!/bin/sh
# First program of the guest: mounts what a system has, makes the simulated GPIO chip, and hands
# over to the suite. The kernel passes driftbox_* of its command line as environment.
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export HOME=/run TMPDIR=/run/scratch CI=1 NO_COLOR=1
here=$driftbox_checkout/test/kernel/guest

mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t configfs configfs /sys/kernel/config
mount -t tmpfs -o mode=755 tmpfs /run
mkdir -p /run/scratch /dev/pts /dev/shm
mount -t devpts devpts /dev/pts
mount -t tmpfs tmpfs /dev/shm
# The only window to the host that can be written.
mount -t hostfs none /mnt -o "$driftbox_out"
busybox ip link set lo up

export DRIFTBOX_GPIO_SIM=/sys/kernel/config/gpio-sim/box
mkdir -p "$DRIFTBOX_GPIO_SIM/bank0"
echo 28 >"$DRIFTBOX_GPIO_SIM/bank0/num_lines"
echo pinctrl-bcm2711 >"$DRIFTBOX_GPIO_SIM/bank0/label"
for number in 5 6 13 17 18 22 23 24 25 27; do
  mkdir "$DRIFTBOX_GPIO_SIM/bank0/line$number"
  echo "GPIO$number" >"$DRIFTBOX_GPIO_SIM/bank0/line$number/name"
done
echo 1 >"$DRIFTBOX_GPIO_SIM/live"

cd "$driftbox_checkout" || busybox poweroff -f
[ ! -f "$here/before-$driftbox_suite.sh" ] || . "$here/before-$driftbox_suite.sh"
sh "$here/vitest.sh" /mnt
busybox poweroff -f
