/* A compound file of any bytes, and the workbook in it. */
#include "xlsread.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_xls(fuzz_file(data, size, NULL), false);
    return 0;
}
