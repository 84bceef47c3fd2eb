# Makes a writable system over the host's root, installs the package in it, and hands over to the
# host's systemd, which starts the tests as a service of its own and ends with them.
root=/run/root
mkdir -p /run/upper /run/work "$root"
mount -t overlay -o lowerdir=/,upperdir=/run/upper,workdir=/run/work overlay "$root"
# The board's own identity, and none of the host's mounts or services.
: >"$root/etc/machine-id"
rm -f "$root/etc/fstab" "$root/usr/sbin/policy-rc.d"
rm -rf "$root/etc/systemd/system" "$root/etc/driftbox"
mkdir -p "$root/etc/systemd/system" "$root/etc/tmpfiles.d" "$root/mnt"
# The checkout may be in there; Debian's own rule empties it at boot.
echo "d /tmp 1777 root root -" >"$root/etc/tmpfiles.d/tmp.conf"
cp test/kernel/guest/driftbox-rig.target test/kernel/guest/driftbox-rig.service \
  "$root/etc/systemd/system/"
# A Node that did not come as a Debian package satisfies no dependency.
dpkg_options=--force-unsafe-io
dpkg-query --admindir="$root/var/lib/dpkg" -W nodejs >/dev/null 2>&1 ||
  dpkg_options="$dpkg_options --force-depends"
cat >"$root/etc/driftbox-rig.env" <<END
driftbox_checkout=$driftbox_checkout
driftbox_suite=$driftbox_suite
driftbox_filter=$driftbox_filter
driftbox_dpkg_options=$dpkg_options
DRIFTBOX_GPIO_SIM=$DRIFTBOX_GPIO_SIM
CI=1
NO_COLOR=1
TMPDIR=/tmp
END

mount -t devtmpfs devtmpfs "$root/dev"
mount -t tmpfs tmpfs "$root/run"
mount --move /sys "$root/sys"
mount -t hostfs none "$root/mnt" -o "$driftbox_out"
mount -t proc proc "$root/proc"
# shellcheck disable=SC2086
chroot "$root" dpkg $dpkg_options -i /mnt/driftbox.deb >"$root/mnt/install.log" 2>&1
echo $? >"$root/mnt/install-code"
# A root that is only changed, not moved, forbids the namespaces of a sandbox.
mkdir -p "$root/host"
cd "$root" && pivot_root . host || busybox poweroff -f
exec chroot . /lib/systemd/systemd --unit=driftbox-rig.target --log-target=journal \
  --show-status=no </dev/console >/dev/console 2>&1
