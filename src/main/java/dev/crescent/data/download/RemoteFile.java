package dev.crescent.data.download;

/// One file of a data set as it is published.
///
/// @param name what it is called there and here
/// @param size in bytes
/// @param sha256 64 hexadecimal digits in small letters
public record RemoteFile(String name, long size, String sha256) {}
