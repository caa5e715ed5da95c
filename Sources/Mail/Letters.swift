package import Locales

/// Templates of messages, filled in the language of whoever receives them.
package struct Letters: Sendable {
    package let locales: Locales

    package init(_ locales: Locales) { self.locales = locales }
}
