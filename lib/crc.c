#include "crc.h"

#ifdef KP2S_ISAL

#include <isa-l/crc.h>

uint32_t crc_add(uint32_t crc, const char *data, size_t len)
{
    return crc32_gzip_refl(crc, (const unsigned char *)data, len);
}

#else

#include <zlib.h>

uint32_t crc_add(uint32_t crc, const char *data, size_t len)
{
    return (uint32_t)crc32_z(crc, (const Bytef *)data, len);
}

#endif
