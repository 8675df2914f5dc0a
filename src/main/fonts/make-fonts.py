#!/usr/bin/env python3
"""Makes the bundled fonts from Debian's packages fonts-inter and fonts-stix; needs python3-fonttools.

JavaFX cannot switch on tabular figures, so live numbers in plain Inter jitter: this cut makes them the default. It
also calls the semi-bold weight "Bold", because JavaFX knows only regular and bold. Both changes make it a modified
version under the SIL Open Font License, hence names of its own.
"""
import sys
from pathlib import Path
from fontTools import subset
from fontTools.ttLib import TTFont

SOURCE = Path("/usr/share/fonts/opentype")
TARGET = Path(sys.argv[1] if len(sys.argv) > 1 else "src/main/resources/dev/crescent/ui/fonts")
LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x370, 0x400), *range(0x2010, 0x2027), 0x2032, 0x2033, 0x20AC,
         *range(0x2070, 0x209D), *range(0x2190, 0x21A0), 0x2200, 0x2202, 0x2207, 0x2208, 0x2211, 0x2212, 0x221A, 0x221E,
         0x2248, 0x2260, 0x2264, 0x2265, 0x00D7, 0x22C5, 0x2318, 0x21E7]


def rename(font, family, style, notice):
    full = f"{family} {style}" if style != "Regular" else family
    postscript = family.replace(" ", "") + "-" + style.replace(" ", "")
    names = {1: family, 2: style, 3: postscript, 4: full, 6: postscript}
    table = font["name"]
    for record in list(table.names):
        if record.nameID in (16, 17, 18, 21, 22, 25):
            table.removeNames(nameID=record.nameID)
        elif record.nameID in names:
            table.setName(names[record.nameID], record.nameID, record.platformID, record.platEncID, record.langID)
    table.setName(notice, 10, 3, 1, 0x409)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames[0] = postscript
        top = cff.topDictIndex[0]
        top.FamilyName, top.FullName = family, full


def tabular(font):
    swaps = {}
    table = font["GSUB"].table
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for sub in table.LookupList.Lookup[index].SubTable:
                    swaps.update(getattr(getattr(sub, "ExtSubTable", sub), "mapping", {}))
    for cmap in font["cmap"].tables:
        for code, glyph in list(cmap.cmap.items()):
            cmap.cmap[code] = swaps.get(glyph, glyph)


def make(source, target, family, style, bold, italic, change=None):
    font = TTFont(SOURCE / source)
    if change:
        change(font)
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.name_IDs = ["*"]
    cut = subset.Subsetter(options)
    cut.populate(unicodes=LATIN)
    cut.subset(font)
    rename(font, family, style, f"Cut from {source} by Crescent's src/main/fonts/make-fonts.py")
    font["OS/2"].usWeightClass = 700 if bold else 400
    font["OS/2"].fsSelection = (0x20 if bold else 0) | (0x01 if italic else 0) | (0 if bold or italic else 0x40)
    font["head"].macStyle = (1 if bold else 0) | (2 if italic else 0)
    font.save(TARGET / target)


make("inter/Inter-Regular.otf", "CrescentSans-Regular.otf", "Crescent Sans", "Regular", False, False, tabular)
make("inter/Inter-SemiBold.otf", "CrescentSans-Bold.otf", "Crescent Sans", "Bold", True, False, tabular)
make("inter/InterDisplay-SemiBold.otf", "CrescentDisplay-Bold.otf", "Crescent Display", "Bold", True, False, tabular)
make("stix/STIXGeneral-Italic.otf", "CrescentMath-Italic.otf", "Crescent Math", "Italic", False, True)
make("stix/STIXGeneral-Regular.otf", "CrescentMath-Regular.otf", "Crescent Math", "Regular", False, False)
