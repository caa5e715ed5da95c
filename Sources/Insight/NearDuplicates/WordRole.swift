/// What a word does in a recommendation, as far as comparing needs it.
enum WordRole: UInt8 {
    case content
    /// Says nothing by itself.
    case stop
    /// Manner and measure ("necessary steps", "as soon as possible"): rewording, hardly more.
    case filler
    /// Makes a demand one of thinking about it ("consider").
    case hedge
    /// Makes a demand one of thinking about it where a possibility is named ("study the possibility").
    case study
    case possibility
    /// Becoming party to an instrument.
    case join
    /// The first step of it; nothing of its own beside `join`.
    case sign
    /// `become`: with `party`, the same as `join`.
    case become
    case state
    case party
    case negation
    /// To an instrument: to be made, withdrawn or left alone.
    case reservation
    /// Digits that are no year.
    case number
    /// Digits of a year: they only date a demand.
    case year
    /// `first` and `second`, which tell protocols apart.
    case second
    /// Begins the name of an instrument.
    case convention
    /// `optional`, `facultative`; with `protocol` a head of its own.
    case optional
    case protocolHead
    case acronym
}
