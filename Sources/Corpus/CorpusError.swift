/// Why a Corpus could not be saved, opened or locked. Every failure to open is answered by building it again.
public enum CorpusError: Error, Sendable, Hashable {
    case missing(path: String)
    /// Too short, no file of ours, or its parts do not fit together.
    case malformed(path: String)
    /// Written by another version of the format.
    case otherFormat(path: String, version: UInt32)
    /// Terms were made by other versions of the analysers.
    case otherAnalyser(path: String)
    /// It belongs to another store, or to the store before a restore.
    case otherStore(path: String)
    /// The checksum of this section does not hold.
    case damaged(path: String, section: Int)
    /// The operating system said no; `code` is `errno`.
    case system(path: String, code: Int32)
    /// Another process writes this Corpus.
    case locked(path: String)
}
