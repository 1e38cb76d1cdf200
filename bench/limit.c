/* limit - seconds that zlib alone takes to unpack every part of a workbook, and bytes that came out.
 *
 * The floor that readers built on zlib stand on; read.sh sets kp2s-sheet beside it. Usage: limit FILE
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <zlib.h>

static unsigned u16(const unsigned char *p)
{
    return p[0] | (unsigned)p[1] << 8;
}

static unsigned u32(const unsigned char *p)
{
    return u16(p) | u16(p + 2) << 16;
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static unsigned long long unpack(const unsigned char *packed, unsigned len)
{
    static unsigned char out[128 * 1024];
    z_stream z = {.next_in = (Bytef *)(unsigned long)packed, .avail_in = len};
    int result = inflateInit2(&z, -MAX_WBITS);
    while (result == Z_OK) {
        z.next_out = out;
        z.avail_out = sizeof out;
        result = inflate(&z, Z_NO_FLUSH);
    }
    unsigned long long total = z.total_out;
    inflateEnd(&z);
    return total;
}

int main(int argc, char **argv)
{
    struct stat st;
    int fd = argc == 2 ? open(argv[1], O_RDONLY) : -1;
    if (fd < 0 || fstat(fd, &st) != 0) {
        fprintf(stderr, "usage: limit FILE\n");
        return 2;
    }
    const unsigned char *zip = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, fd, 0);
    const unsigned char *end = zip + st.st_size - 22;
    while (end > zip && memcmp(end, "PK\5\6", 4) != 0)
        end--;
    double begin = now();
    unsigned long long total = 0;
    const unsigned char *entry = zip + u32(end + 16);
    for (unsigned n = u16(end + 10); n > 0; n--) {
        const unsigned char *local = zip + u32(entry + 42);
        if (u16(entry + 10) == 8)
            total += unpack(local + 30 + u16(local + 26) + u16(local + 28), u32(entry + 20));
        entry += 46 + u16(entry + 28) + u16(entry + 30) + u16(entry + 32);
    }
    printf("%.4f %llu\n", now() - begin, total);
    return 0;
}
