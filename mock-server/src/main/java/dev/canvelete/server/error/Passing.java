package dev.canvelete.server.error;

/** What an exception is, or is caused by, if what went wrong may go well in a moment, and whoever asked may ask again. */
public interface Passing {}
