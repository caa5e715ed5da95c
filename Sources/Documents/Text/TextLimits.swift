/// What a document may be, so that no file harms the server.
struct TextLimits: Sendable {
    var fileSizeBytesMax = 64 << 20
    var pagesMax = 2_000
    /// Of the text that comes out, as UTF-8.
    var textBytesMax = 64 << 20
    var paragraphsMax = 60_000
    /// Of tags, braces and blocks within one another.
    var depthMax = 500
    var archiveEntriesMax = 10_000
    /// Of all parts of an archive that hold text.
    var archiveTextBytesMax = 96 << 20
    /// A part larger than `ratioFreeBytes` may not be more than this many times its packed size.
    var archiveRatioMax = 200
    var ratioFreeBytes = 8 << 20
}
