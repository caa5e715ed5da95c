/// Why the catalogues could not be loaded. Each carries the file's name.
package enum LocalesError: Error, Sendable, Equatable {
    case unreadable(String)
    case malformed(file: String, reason: String)
    /// A folder without `en.json`: every other language falls back on it.
    case withoutEnglish(String)
}
