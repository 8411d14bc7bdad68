"""unpack_wheel.py WHEEL FOLDER: unpacks what a C++ program needs of a wheel (libraries, headers, tools), with their modes."""
import os
import sys
import zipfile

WANTED = ("torch/lib/", "torch/include/", "torch/share/", "nvidia/")

with zipfile.ZipFile(sys.argv[1]) as wheel:
    for entry in wheel.infolist():
        if entry.filename.startswith(WANTED):
            path = wheel.extract(entry, sys.argv[2])
            mode = entry.external_attr >> 16 & 0o777
            if mode and not entry.is_dir():
                os.chmod(path, mode)
