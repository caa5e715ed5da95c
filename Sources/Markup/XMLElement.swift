/// One element of a data file: what an XML parser says of it, without comments and processing instructions.
package struct XMLElement: Hashable, Sendable {
    package struct Attribute: Hashable, Sendable {
        package var name: String
        package var value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// As written, prefix included.
    package var name: String
    package var attributes: [Attribute]
    package var children: [XMLElement]
    /// Character data directly inside, in order, untrimmed.
    package var text: String
    /// Where it begins, from 1; 0 where it was made here.
    package var line: Int

    package init(
        _ name: String, _ attributes: [Attribute] = [], text: String = "", line: Int = 0, children: [XMLElement] = []
    ) {
        self.name = name
        self.attributes = attributes
        self.children = children
        self.text = text
        self.line = line
    }

    /// An attribute by name; nil where it is missing.
    package subscript(_ name: String) -> String? {
        get { attributes.first { $0.name == name }?.value }
        set {
            if let place = attributes.firstIndex(where: { $0.name == name }) {
                if let newValue {
                    attributes[place].value = newValue
                } else {
                    attributes.remove(at: place)
                }
            } else if let newValue {
                attributes.append(Attribute(name, newValue))
            }
        }
    }

    package func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }
    package func first(_ name: String) -> XMLElement? { children.first { $0.name == name } }

    /// The text with white space folded.
    package var words: String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    /// The same without the places of its lines: equal contents are equal.
    package var withoutLines: XMLElement {
        var copy = self
        copy.line = 0
        copy.children = children.map(\.withoutLines)
        return copy
    }
}
