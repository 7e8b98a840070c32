//! Factbox: the parts that the page, the worker and the command line share.
