/// One text as the methods of this room take it.
public struct InsightText: Sendable, Hashable {
    /// Of its record; several texts may share it.
    public var id: Int64
    /// BCP 47 tag.
    public var language: String
    public var text: String

    public init(id: Int64, language: String, text: String) {
        self.id = id
        self.language = language
        self.text = text
    }
}
