package import Domain

/// Another installation, or one workspace of it, whose signed assessments are shown here.
package struct AssessmentSource: Hashable, Sendable {
    package var id: AssessmentSourceID
    /// What the installation calls itself in packages: random, and the same for ever.
    package var code: String
    /// '' for all of it, else the short name of one workspace.
    package var scope: String
    package var name: String
    package var operatorKind: Operator.Kind?
    package var address: String?
    /// Ed25519, base64url.
    package var publicKey: String
    package var sequence: Int64
    package var made: String
    package var received: String
    package var receivedBy: String
    /// Since when nothing of it is shown any more, and why.
    package var dropped: String?
    package var droppedWhy: String?
    package var version: Int
}

package typealias AssessmentSourceID = ID<AssessmentSource>
