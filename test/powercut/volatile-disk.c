/*
 * A disk that forgets: a FUSE file `disk` whose writes stay in memory until a flush, beside a file
 * `power` that switches it. Writing to `power`: "off" loses every unflushed sector, "torn SEED"
 * keeps a random half of them, "on" restores power. While it is off every access to the disk fails.
 * Reading `power` gives the counters. Usage: volatile-disk IMAGE MOUNTPOINT -f -s
 */
#define FUSE_USE_VERSION 31
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <fuse.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SECTOR = 512, TEXT_MAX = 256 };

static const char *const disk_path = "/disk";
static const char *const power_path = "/power";

/* One volatile cache over one image. `list` holds the numbers of the sectors that are in it. */
static struct {
  int image;
  off_t size;
  unsigned char **cached;
  size_t *list;
  size_t count;
  int is_on;
  unsigned long flushes, writes, lost, kept;
} disk;

static int write_back(size_t sector)
{
  off_t at = (off_t)sector * SECTOR;
  return pwrite(disk.image, disk.cached[sector], SECTOR, at) == SECTOR ? 0 : -EIO;
}

static void forget_all(void)
{
  for (size_t i = 0; i < disk.count; i++) {
    free(disk.cached[disk.list[i]]);
    disk.cached[disk.list[i]] = NULL;
  }
  disk.count = 0;
}

static int flush_cache(void)
{
  for (size_t i = 0; i < disk.count; i++)
    if (write_back(disk.list[i]) != 0) return -EIO;
  forget_all();
  disk.flushes++;
  return 0;
}

/* Power goes away: each unflushed sector survives with probability 1/2 if torn, else not at all. */
static void power_off(int is_torn, unsigned seed)
{
  if (!disk.is_on) return;
  disk.is_on = 0;
  for (size_t i = 0; i < disk.count; i++) {
    if (is_torn && (rand_r(&seed) & 64) && write_back(disk.list[i]) == 0) disk.kept++;
    else disk.lost++;
  }
  forget_all();
}

/* The sector in the cache, fetched from the image when a write covers only part of it. */
static unsigned char *cache_sector(size_t sector)
{
  if (disk.cached[sector] == NULL) {
    unsigned char *bytes = calloc(1, SECTOR);
    if (bytes == NULL) return NULL;
    if (pread(disk.image, bytes, SECTOR, (off_t)sector * SECTOR) < 0) {
      free(bytes);
      return NULL;
    }
    disk.cached[sector] = bytes;
    disk.list[disk.count++] = sector;
  }
  return disk.cached[sector];
}

static int disk_write(const char *from, size_t length, off_t at)
{
  size_t done = 0;
  while (done < length) {
    off_t place = at + (off_t)done;
    size_t inside = (size_t)(place % SECTOR);
    size_t part = SECTOR - inside;
    if (part > length - done) part = length - done;
    unsigned char *sector = cache_sector((size_t)(place / SECTOR));
    if (sector == NULL) return -EIO;
    memcpy(sector + inside, from + done, part);
    done += part;
  }
  disk.writes++;
  return (int)length;
}

static int disk_read(char *into, size_t length, off_t at)
{
  ssize_t got = pread(disk.image, into, length, at);
  if (got < 0) return -EIO;
  memset(into + got, 0, length - (size_t)got);
  for (off_t s = at / SECTOR; s * SECTOR < at + (off_t)length; s++) {
    const unsigned char *sector = disk.cached[s];
    if (sector == NULL) continue;
    off_t start = s * SECTOR > at ? s * SECTOR : at;
    off_t end = (s + 1) * SECTOR < at + (off_t)length ? (s + 1) * SECTOR : at + (off_t)length;
    memcpy(into + (start - at), sector + (start - s * SECTOR), (size_t)(end - start));
  }
  return (int)length;
}

static int power_text(char *text)
{
  return snprintf(text, TEXT_MAX, "%s unflushed %zu flushes %lu writes %lu lost %lu kept %lu\n",
                  disk.is_on ? "on" : "off", disk.count, disk.flushes, disk.writes, disk.lost,
                  disk.kept);
}

static int power_order(const char *bytes, size_t length)
{
  char text[TEXT_MAX] = {0};
  unsigned seed = 0;
  memcpy(text, bytes, length < TEXT_MAX - 1 ? length : TEXT_MAX - 1);
  if (strncmp(text, "off", 3) == 0) power_off(0, 0);
  else if (sscanf(text, "torn %u", &seed) == 1) power_off(1, seed);
  else if (strncmp(text, "on", 2) == 0) disk.is_on = 1;
  else return -EINVAL;
  return (int)length;
}

static int on_getattr(const char *path, struct stat *st, struct fuse_file_info *fi)
{
  (void)fi;
  memset(st, 0, sizeof *st);
  if (strcmp(path, "/") == 0) {
    st->st_mode = S_IFDIR | 0700;
    st->st_nlink = 2;
    return 0;
  }
  int is_disk = strcmp(path, disk_path) == 0;
  if (!is_disk && strcmp(path, power_path) != 0) return -ENOENT;
  st->st_mode = S_IFREG | 0600;
  st->st_nlink = 1;
  st->st_size = is_disk ? disk.size : TEXT_MAX;
  return 0;
}

static int on_readdir(const char *path, void *buf, fuse_fill_dir_t fill, off_t at,
                      struct fuse_file_info *fi, enum fuse_readdir_flags flags)
{
  (void)path; (void)at; (void)fi; (void)flags;
  fill(buf, disk_path + 1, NULL, 0, 0);
  fill(buf, power_path + 1, NULL, 0, 0);
  return 0;
}

static int on_open(const char *path, struct fuse_file_info *fi)
{
  if (strcmp(path, disk_path) != 0 && strcmp(path, power_path) != 0) return -ENOENT;
  fi->direct_io = 1; /* the kernel must not keep what the disk has forgotten */
  return 0;
}

static int on_read(const char *path, char *into, size_t length, off_t at,
                   struct fuse_file_info *fi)
{
  (void)fi;
  if (strcmp(path, power_path) == 0) {
    char text[TEXT_MAX];
    int size = power_text(text);
    if (at >= size) return 0;
    if ((off_t)length > size - at) length = (size_t)(size - at);
    memcpy(into, text + at, length);
    return (int)length;
  }
  if (!disk.is_on) return -EIO;
  if (at >= disk.size) return 0;
  if ((off_t)length > disk.size - at) length = (size_t)(disk.size - at);
  return disk_read(into, length, at);
}

static int on_write(const char *path, const char *from, size_t length, off_t at,
                    struct fuse_file_info *fi)
{
  (void)fi;
  if (strcmp(path, power_path) == 0) return power_order(from, length);
  if (!disk.is_on) return -EIO;
  if (at >= disk.size) return -ENOSPC;
  if ((off_t)length > disk.size - at) length = (size_t)(disk.size - at);
  return disk_write(from, length, at);
}

static int on_fsync(const char *path, int is_data_only, struct fuse_file_info *fi)
{
  (void)is_data_only; (void)fi;
  if (strcmp(path, disk_path) != 0) return 0;
  return disk.is_on ? flush_cache() : -EIO;
}

static int on_truncate(const char *path, off_t size, struct fuse_file_info *fi)
{
  (void)path; (void)size; (void)fi;
  return 0;
}

static const struct fuse_operations operations = {
    .getattr = on_getattr,
    .readdir = on_readdir,
    .open = on_open,
    .read = on_read,
    .write = on_write,
    .fsync = on_fsync,
    .truncate = on_truncate,
};

int main(int argc, char **argv)
{
  struct stat st;
  if (argc < 3 || (disk.image = open(argv[1], O_RDWR)) < 0 || fstat(disk.image, &st) != 0) {
    fprintf(stderr, "usage: volatile-disk IMAGE MOUNTPOINT -f -s\n");
    return 2;
  }
  disk.size = st.st_size - st.st_size % SECTOR;
  disk.cached = calloc((size_t)(disk.size / SECTOR), sizeof *disk.cached);
  disk.list = calloc((size_t)(disk.size / SECTOR), sizeof *disk.list);
  if (disk.cached == NULL || disk.list == NULL) return 1;
  disk.is_on = 1;
  argv[1] = argv[0];
  return fuse_main(argc - 1, argv + 1, &operations, NULL);
}
