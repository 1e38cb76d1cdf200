/* limit - the least that reading files can cost: unpacking them, or passing over their bytes, and no more.
 *
 * limit zlib FILE…   unpacks every part of each workbook (zip), or a gzip file, by zlib
 * limit isal FILE…   the same by ISA-L, where it was there at build time (-DKP2S_ISAL)
 * limit scan FILE…   reads each file and counts its line ends: memory speed
 * limit unpack FILE  writes what zlib makes of it to standard output, for scan
 * The first three print the number of bytes. For files of make.c: there is no zip64, and little is checked.
 */
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#ifdef KP2S_ISAL
#include <isa-l/igzip_lib.h>
#endif

enum { WINDOW = 128 * 1024 };
static unsigned char out[WINDOW];

static _Noreturn void die(const char *what, const char *path)
{
    fprintf(stderr, "limit: %s '%s'\n", what, path);
    exit(1);
}

struct bytes {
    const unsigned char *ptr;
    size_t len;
};

/* Unpacks raw deflate data; each full window goes to print, if there is one. Returns the number of bytes. */
static uint64_t by_zlib(struct bytes packed, FILE *print)
{
    z_stream z = {.next_in = (Bytef *)(uintptr_t)packed.ptr, .avail_in = (uInt)packed.len};
    int result = inflateInit2(&z, -MAX_WBITS);
    while (result == Z_OK) {
        z.next_out = out;
        z.avail_out = WINDOW;
        result = inflate(&z, Z_NO_FLUSH);
        if (print)
            fwrite(out, 1, WINDOW - z.avail_out, print);
    }
    uint64_t total = z.total_out;
    inflateEnd(&z);
    return result == Z_STREAM_END ? total : 0;
}

static uint64_t by_isal(struct bytes packed, FILE *print)
{
    (void)print;
#ifdef KP2S_ISAL
    static struct inflate_state state;
    isal_inflate_init(&state);
    state.next_in = (uint8_t *)(uintptr_t)packed.ptr;
    state.avail_in = (uint32_t)packed.len;
    do {
        state.next_out = out;
        state.avail_out = WINDOW;
        if (isal_inflate(&state) < 0)
            return 0;
    } while (state.block_state != ISAL_BLOCK_FINISH && state.avail_out == 0);
    return state.total_out;
#else
    (void)packed;
    fputs("limit: built without ISA-L\n", stderr);
    exit(1);
#endif
}

static unsigned u16(const unsigned char *p)
{
    return p[0] | (unsigned)p[1] << 8;
}

static unsigned u32(const unsigned char *p)
{
    return u16(p) | u16(p + 2) << 16;
}

typedef uint64_t unpacker(struct bytes packed, FILE *print);

static uint64_t unpack_zip(struct bytes zip, unpacker *unpack, FILE *print, const char *path)
{
    uint64_t total = 0;
    const unsigned char *end = zip.ptr + zip.len - 22;
    while (end > zip.ptr && memcmp(end, "PK\5\6", 4) != 0)
        end--;
    const unsigned char *entry = zip.ptr + u32(end + 16);
    for (unsigned n = u16(end + 10); n > 0; n--) {
        const unsigned char *local = zip.ptr + u32(entry + 42),
                            *data = local + 30 + u16(local + 26) + u16(local + 28);
        if (u16(entry + 10) == Z_DEFLATED) {
            uint64_t got = unpack((struct bytes){data, u32(entry + 20)}, print);
            if (got != u32(entry + 24))
                die("cannot unpack", path);
            total += got;
        }
        entry += 46 + u16(entry + 28) + u16(entry + 30) + u16(entry + 32);
    }
    return total;
}

/* gzip without name or other extras, as make.c writes it */
static uint64_t unpack_file(const char *path, unpacker *unpack, FILE *print)
{
    struct stat st;
    uint64_t total = 0;
    int fd = open(path, O_RDONLY);
    if (fd < 0 || fstat(fd, &st) != 0 || st.st_size < 22)
        die("cannot read", path);
    struct bytes file = {mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, fd, 0),
                         (size_t)st.st_size};
    if (file.ptr == MAP_FAILED)
        die("cannot map", path);
    if (memcmp(file.ptr, "PK\3\4", 4) == 0)
        total = unpack_zip(file, unpack, print, path);
    else if (memcmp(file.ptr, "\x1F\x8B\10\0", 4) == 0)
        total = unpack((struct bytes){file.ptr + 10, file.len - 18}, print);
    if (total == 0)
        die("cannot unpack", path);
    munmap((void *)(uintptr_t)file.ptr, file.len);
    close(fd);
    return total;
}

static uint64_t scan_file(const char *path)
{
    uint64_t total = 0;
    size_t lines = 0;
    ssize_t got;
    int fd = open(path, O_RDONLY);
    while (fd >= 0 && (got = read(fd, out, WINDOW)) > 0) {
        for (ssize_t i = 0; i < got; i++)
            lines += out[i] == '\n';
        total += (uint64_t)got;
    }
    if (total == 0 || lines == 0)
        die("cannot read, or no line in", path);
    close(fd);
    return total;
}

int main(int argc, char **argv)
{
    const char *how = argc > 2 ? argv[1] : "";
    bool zlib = strcmp(how, "zlib") == 0, isal = strcmp(how, "isal") == 0, scan = strcmp(how, "scan") == 0;
    bool print = strcmp(how, "unpack") == 0 && argc == 3;
    uint64_t total = 0;
    if (!zlib && !isal && !scan && !print) {
        fprintf(stderr, "usage: limit zlib|isal|scan FILE… | limit unpack FILE\n");
        return 2;
    }
    for (int i = 2; i < argc; i++)
        total +=
            scan ? scan_file(argv[i]) : unpack_file(argv[i], isal ? by_isal : by_zlib, print ? stdout : NULL);
    if (!print)
        printf("%llu\n", (unsigned long long)total);
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
