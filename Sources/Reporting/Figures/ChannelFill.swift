import Relations

extension Fill {
  /// How the state of a level of contact is filled wherever it is drawn.
  init(of state: ChannelState) {
    self =
      switch state {
      case .open: .solid(.green, opacity: 0.75)
      case .strained: .hatched(.orange)
      case .suspended: .crossed(.vermilion)
      case .restored: .dotted(.blue)
      case .unknown: .hollow(.grey)
      }
  }
}
