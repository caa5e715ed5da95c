/// What a document may be, so that no file harms the server.
struct TextLimits: Sendable {
    var fileSizeBytesMax = 64 << 20
    var pagesMax = 2_000
    /// Of the text that comes out, as UTF-8.
    var textBytesMax = 64 << 20
    var paragraphsMax = 60_000
}
