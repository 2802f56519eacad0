public import ArgumentParser
public import Conduct

extension VerbalScale: ExpressibleByArgument {}
