// Being written: the words of these screens.
