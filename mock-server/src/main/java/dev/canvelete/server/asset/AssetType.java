package dev.canvelete.server.asset;

/** What an asset is for. */
public enum AssetType {
    IMAGE,
    FONT,
    VIDEO,
    AUDIO
}
