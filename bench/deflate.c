/* the least that compressing a workbook can cost: zlib at its default level, at which libxlsxwriter packs,
 * over the parts of workbooks that lie unpacked; in: files; out: processor seconds, bytes in, bytes out. */
#include <zlib.h>

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

int main(int argc, char **argv)
{
    double seconds = 0;
    size_t in = 0, out = 0;
    for (int i = 1; i < argc; i++) {
        FILE *f = fopen(argv[i], "rb");
        if (!f || fseek(f, 0, SEEK_END) != 0) {
            perror(argv[i]);
            return 1;
        }
        uLong size = (uLong)ftell(f);
        uLongf packed = compressBound(size);
        Bytef *text = malloc(size + 1), *to = malloc(packed);
        rewind(f);
        if (!text || !to || fread(text, 1, size, f) != size)
            return 1;
        fclose(f);
        clock_t from = clock();
        if (compress2(to, &packed, text, size, Z_DEFAULT_COMPRESSION) != Z_OK)
            return 1;
        seconds += (double)(clock() - from) / CLOCKS_PER_SEC;
        in += size;
        out += packed;
        free(text);
        free(to);
    }
    printf("%.3f %zu %zu\n", seconds, in, out);
    return 0;
}
